// The sizes that a range could have around the same addresses: wider ones while their neighbours are free, and its parts.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { prefixAround, prefixHolds, prefixSize } from "#app/lib/ip-addresses/index.ts";
import { lengthsOf } from "./range.ts";

/** How many halvings are offered. */
const deepest = 3;

/** The widest first. `taken` is what others have of the block. */
export function sizesAround(range: Prefix, block: Prefix, taken: readonly Prefix[]): Prefix[] {
  const lengths = lengthsOf(block);
  const wider = lengths
    .filter((length) => length < range.length)
    .map((length) => prefixAround({ family: range.family, value: range.start }, length))
    .filter((each) => !taken.some((other) => prefixHolds(each, other) || prefixHolds(other, each)));
  const parts = lengths
    .filter((length) => length > range.length && length <= range.length + deepest)
    .flatMap((length) => partsOf(range, length));
  return [...wider, ...parts];
}

function partsOf(range: Prefix, length: number): Prefix[] {
  const size = prefixSize({ family: range.family, length });
  return Array.from({ length: 2 ** (length - range.length) }, (_, index) => {
    return { family: range.family, start: range.start + BigInt(index) * size, length };
  });
}
