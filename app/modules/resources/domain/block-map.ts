// A block as a map: its parts in order (sub-assigned or free) for reading, and cells of equal size for the picture.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import {
  addressBits,
  comparePrefixes,
  freePrefixes,
  prefixEnd,
  prefixHolds,
  prefixSize,
} from "#app/lib/ip-addresses/index.ts";

export interface BlockPart<Taken> {
  readonly prefix: Prefix;
  /** Null: free. */
  readonly taken: Taken | null;
}

/** What is sub-assigned and what is free, in the order of the addresses. `taken` lie directly in the block, and share nothing. */
export function partsOfBlock<Taken extends { readonly prefix: Prefix }>(
  block: Prefix,
  taken: readonly Taken[],
): BlockPart<Taken>[] {
  const free = freePrefixes(
    block,
    taken.map(({ prefix }) => prefix),
  );
  return [
    ...taken.map((each) => ({ prefix: each.prefix, taken: each })),
    ...free.map((prefix) => ({ prefix, taken: null })),
  ].sort((left, right) => comparePrefixes(left.prefix, right.prefix));
}

/** The picture has at most 2^8 cells, sixteen in a row. */
const mostCellBits = 8;
export const cellsInRow = 16;

export interface MapCell {
  readonly prefix: Prefix;
  /** 0: free; 1: taken whole. */
  readonly share: number;
  /** Number of the sub-assignment in which it begins or lies, from 0, so that neighbours can be told apart; -1 where it is free. */
  readonly part: number;
}

/** The block cut into equal cells, in the order of the addresses. `taken` share nothing. */
export function cellsOfBlock(block: Prefix, taken: readonly Prefix[]): MapCell[] {
  const bits = Math.min(mostCellBits, addressBits(block.family) - block.length);
  const size = prefixSize({ family: block.family, length: block.length + bits });
  const inCells = Array.from({ length: 2 ** bits }, (): { readonly part: number; readonly prefix: Prefix }[] => []);
  for (const [part, prefix] of [...taken].sort(comparePrefixes).entries()) {
    const first = Number((prefix.start - block.start) / size);
    const last = Number((prefixEnd(prefix) - block.start) / size);
    for (const each of inCells.slice(first, last + 1)) each.push({ part, prefix });
  }
  return inCells.map((inCell, index) => {
    const prefix = { family: block.family, start: block.start + BigInt(index) * size, length: block.length + bits };
    const [first] = inCell;
    const isWhole = first !== undefined && prefixHolds(first.prefix, prefix);
    const sum = inCell.reduce((total, each) => total + prefixSize(each.prefix), 0n);
    return { prefix, share: isWhole ? 1 : Number((sum * 10_000n) / size) / 10_000, part: first?.part ?? -1 };
  });
}
