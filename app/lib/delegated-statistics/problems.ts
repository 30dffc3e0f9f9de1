// Everything that can be wrong with a statistics file. Each problem has a code and the line in which it stands.
import type { Err } from "#app/lib/result/index.ts";
import { err } from "#app/lib/result/index.ts";

export const statisticsProblemCodes = [
  "STATISTICS_FILE_EMPTY",
  "STATISTICS_VERSION_LINE_MALFORMED",
  "STATISTICS_VERSION_UNSUPPORTED",
  "STATISTICS_SUMMARY_MALFORMED",
  "STATISTICS_SUMMARY_REPEATED",
  "STATISTICS_SUMMARY_MISSING",
  "STATISTICS_FIELDS_WRONG",
  "STATISTICS_REGISTRY_DIFFERS",
  "STATISTICS_TYPE_UNKNOWN",
  "STATISTICS_STATUS_UNKNOWN",
  "STATISTICS_COUNTRY_MALFORMED",
  "STATISTICS_DATE_MALFORMED",
  "STATISTICS_START_MALFORMED",
  "STATISTICS_VALUE_MALFORMED",
  "STATISTICS_PREFIX_UNALIGNED",
  "STATISTICS_OPAQUE_ID_MISSING",
  "STATISTICS_OVERLAP",
  "STATISTICS_SUMMARY_DIFFERS",
  "STATISTICS_COUNT_DIFFERS",
] as const;
export type StatisticsProblemCode = (typeof statisticsProblemCodes)[number];

/** What is wrong, where, and the words that were found there. */
export interface StatisticsProblem {
  readonly code: StatisticsProblemCode;
  /** From 1; the last line for problems of the whole file. */
  readonly line: number;
  readonly details: Readonly<Record<string, string | number>>;
}

/** A refusal to read on. */
export function problem(
  code: StatisticsProblemCode,
  line: number,
  details: Readonly<Record<string, string | number>> = {},
): Err<StatisticsProblem> {
  return err({ code, line, details });
}
