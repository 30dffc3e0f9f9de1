// Reads the statistics files that Internet registries publish daily (delegated, delegated-extended).
// Source: RIR statistics exchange format 2.x (version line, summary lines, records), and the extended form with an opaque id.
export { StatisticsReader } from "./statistics-reader.ts";
export type { StatisticsTotals } from "./statistics-reader.ts";
export type { StatisticsHeader } from "./version-line.ts";
export type { StatisticsRecord, StatisticsStatus } from "./record-line.ts";
export type { StatisticsFamily } from "./families.ts";
export { statisticsFamilies } from "./families.ts";
export { statisticsProblemCodes } from "./problems.ts";
export type { StatisticsProblem, StatisticsProblemCode } from "./problems.ts";
export { writeMd5Line, writeStatistics } from "./write-statistics.ts";
export type { WrittenHeader, WrittenRecord } from "./write-statistics.ts";
