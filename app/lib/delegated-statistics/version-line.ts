// The first line: version|registry|serial|records|startdate|enddate|UTCoffset.
import type { Result } from "#app/lib/result/index.ts";
import { ok } from "#app/lib/result/index.ts";
import { parseDay } from "./day.ts";
import type { StatisticsProblem } from "./problems.ts";
import { problem } from "./problems.ts";

export interface StatisticsHeader {
  readonly version: string;
  readonly registry: string;
  readonly serial: string;
  /** Records in the file, without this line and the summaries. */
  readonly records: number;
  /** The day whose end the file describes, YYYY-MM-DD. */
  readonly day: string;
  /** The first day that the file describes and the offset of its days from UTC, as they stand there: "19870101", "-0300". */
  readonly since: string;
  readonly offset: string;
}

// The fields that must look like what they are: registry, serial, records, first day, offset from UTC.
const shapes = [
  [/^[a-z0-9-]+$/, 1],
  [/^[0-9]{1,20}$/, 2],
  [/^[0-9]{1,9}$/, 3],
  [/^([0-9]{8})?$/, 4],
  [/^[+-]?[0-9]{4}$/, 6],
] as const;

/** Reads the version line, or says what is wrong with it. */
export function parseVersionLine(text: string, line: number): Result<StatisticsHeader, StatisticsProblem> {
  const fields = text.split("|");
  const [version = "", registry = "", serial = "", records = "", since = "", end = "", offset = ""] = fields;
  if (fields.length !== 7) return problem("STATISTICS_VERSION_LINE_MALFORMED", line, { found: text.slice(0, 80) });
  if (!/^2(\.[0-9]+)?$/.test(version))
    return problem("STATISTICS_VERSION_UNSUPPORTED", line, { found: version.slice(0, 20) });
  const day = parseDay(end);
  const isSound = shapes.every(([shape, place]) => shape.test(fields[place] ?? ""));
  if (!isSound || day === undefined) {
    return problem("STATISTICS_VERSION_LINE_MALFORMED", line, { found: text.slice(0, 80) });
  }
  return ok({ version, registry, serial, records: Number(records), day, since, offset });
}
