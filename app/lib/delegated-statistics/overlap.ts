// Whether two records claim the same number.
import type { StatisticsRecord } from "./record-line.ts";

/** The first overlap in the order of the numbers: the later line, and the line with which it collides. */
export function findOverlap(records: readonly StatisticsRecord[]): { line: number; otherLine: number } | undefined {
  const sorted = [...records].sort((left, right) => (left.start < right.start ? -1 : left.start > right.start ? 1 : 0));
  let before: StatisticsRecord | undefined;
  for (const record of sorted) {
    if (before !== undefined && before.start + before.size > record.start) {
      return { line: Math.max(before.line, record.line), otherLine: Math.min(before.line, record.line) };
    }
    before = record;
  }
  return undefined;
}
