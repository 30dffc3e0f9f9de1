// What is free in a block, and where a new part fits best: in the smallest free prefix that holds it, at its lowest address.
import type { Prefix } from "./prefix.ts";
import { comparePrefixes, prefixHolds, prefixSize } from "./prefix.ts";

/** The largest free prefixes of the block, in order. `taken` may lie one in another; what lies outside the block is ignored. */
export function freePrefixes(block: Prefix, taken: readonly Prefix[]): Prefix[] {
  if (taken.some((each) => prefixHolds(each, block))) return [];
  const inside = taken.filter((each) => prefixHolds(block, each));
  if (inside.length === 0) return [block];
  return halvesOf(block).flatMap((half) => freePrefixes(half, inside));
}

/** Where a part of this length leaves the largest free prefixes whole; undefined when none is free. */
export function bestFit(free: readonly Prefix[], length: number): Prefix | undefined {
  const fitting = free.filter((each) => each.length <= length);
  const smallest = fitting.reduce((most, each) => Math.max(most, each.length), -1);
  const place = fitting.filter((each) => each.length === smallest).sort(comparePrefixes)[0];
  return place === undefined ? undefined : { ...place, length };
}

/** How many addresses of the block are taken; what lies in another taken prefix counts once. */
export function addressesTaken(block: Prefix, taken: readonly Prefix[]): bigint {
  const free = freePrefixes(block, taken).reduce((sum, each) => sum + prefixSize(each), 0n);
  return prefixSize(block) - free;
}

function halvesOf({ family, start, length }: Prefix): [Prefix, Prefix] {
  const lower = { family, start, length: length + 1 };
  return [lower, { ...lower, start: start + prefixSize(lower) }];
}
