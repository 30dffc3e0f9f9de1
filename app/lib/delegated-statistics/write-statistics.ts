// Writes a delegated-extended file: the version line, the summaries, and the records by family and first number.
// Source: RIR statistics exchange format 2.x; the order of the summaries and the fields of a record that nobody holds are LACNIC's.
import { formatIpv4, formatIpv6 } from "#app/lib/ip-addresses/index.ts";
import type { StatisticsFamily } from "./families.ts";
import { statisticsFamilies } from "./families.ts";
import type { StatisticsRecord } from "./record-line.ts";
import type { StatisticsHeader } from "./version-line.ts";

export type WrittenHeader = Omit<StatisticsHeader, "records">;
export type WrittenRecord = Omit<StatisticsRecord, "line" | "size">;

/** The whole file, with a line end behind each line. */
export function writeStatistics(header: WrittenHeader, records: readonly WrittenRecord[]): string {
  const sorted = statisticsFamilies.map((family) =>
    records.filter((record) => record.family === family).sort((left, right) => compare(left.start, right.start)),
  );
  const lines = [
    [
      header.version,
      header.registry,
      header.serial,
      records.length,
      header.since,
      dayWithoutHyphens(header.day),
      header.offset,
    ],
    ...statisticsFamilies.map((family, index) => [
      header.registry,
      "*",
      family,
      "*",
      sorted[index]?.length ?? 0,
      "summary",
    ]),
    ...sorted.flat().map((record) => fieldsOf(header.registry, record)),
  ];
  return lines.map((fields) => `${fields.join("|")}\n`).join("");
}

/** The line that stands in the file's .md5, in the form of BSD: `hash` is the MD5 of the file in hexadecimal digits. */
export function writeMd5Line(fileName: string, hash: string): string {
  return `MD5 (${fileName}) = ${hash}\n`;
}

function fieldsOf(registry: string, record: WrittenRecord): (string | number)[] {
  const { family, country, start, value, date, status, opaqueId } = record;
  const fields = [registry, country, family, startText(family, start), value, dayWithoutHyphens(date), status];
  return status === "available" ? fields : [...fields, opaqueId];
}

function startText(family: StatisticsFamily, start: bigint): string {
  if (family === "ipv4") return formatIpv4(Number(start));
  return family === "ipv6" ? formatIpv6(start) : start.toString();
}

function dayWithoutHyphens(day: string): string {
  return day.replaceAll("-", "");
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
