// Whether two records claim the same number.
import type { StatisticsRecord } from "./record-line.ts";

/** The first overlap in the order of the numbers: the later line, and the line with which it collides. */
export function findOverlap(records: readonly StatisticsRecord[]): { line: number; otherLine: number } | undefined {
  const sorted = [...records].sort((left, right) => (left.start < right.start ? -1 : left.start > right.start ? 1 : 0));
  for (let index = 1; index < sorted.length; index += 1) {
    const [before, after] = [sorted[index - 1]!, sorted[index]!];
    if (before.start + before.size <= after.start) continue;
    return { line: Math.max(before.line, after.line), otherLine: Math.min(before.line, after.line) };
  }
  return undefined;
}
