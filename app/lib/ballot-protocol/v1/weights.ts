// Counts of votes in JSON: a number up to 2^30 − 1, a decimal text above (SPECIFICATION §5.3).
import { parseCanonicalDecimal } from "../primitives/scalars.ts";

const largestNumber = 2 ** 30 - 1;

/** The weight as it stands in payloads. */
export function weightJson(weight: number): number | string {
  return weight <= largestNumber ? weight : weight.toString();
}

/** Reads a weight; undefined for anything but a whole number that is not negative. */
export function parseWeight(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  const large = parseCanonicalDecimal(value, 2n ** 53n);
  return large === undefined ? undefined : Number(large);
}
