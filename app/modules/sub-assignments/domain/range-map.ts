// The block as a picture of at most 64 equal cells: what is free, and which range a press on a cell means.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import {
  addressBits,
  addressesTaken,
  bestFit,
  freePrefixes,
  prefixHolds,
  prefixSize,
} from "#app/lib/ip-addresses/index.ts";

export type CellState = "free" | "partly" | "taken";

export interface Cell {
  readonly prefix: Prefix;
  readonly state: CellState;
  /** The range of the wished length that a press on it chooses; undefined where none fits. */
  readonly choice: Prefix | undefined;
}

const depth = 6;

/** The cells of the block, in order. */
export function drawBlock(block: Prefix, taken: readonly Prefix[], wishedLength: number): Cell[] {
  const length = Math.min(addressBits(block.family), block.length + depth);
  const size = prefixSize({ family: block.family, length });
  const free = freePrefixes(block, taken);
  return Array.from({ length: 2 ** (length - block.length) }, (_, index): Cell => {
    const prefix = { family: block.family, start: block.start + BigInt(index) * size, length };
    const near = taken.filter((each) => prefixHolds(each, prefix) || prefixHolds(prefix, each));
    const used = addressesTaken(prefix, near);
    const state = used === 0n ? "free" : used === size ? "taken" : "partly";
    return { prefix, state, choice: choiceAt(prefix, free, wishedLength) };
  });
}

/** The range of this length around the cell, or the best place inside it; only where it is free. */
function choiceAt(cell: Prefix, free: readonly Prefix[], length: number): Prefix | undefined {
  if (length >= cell.length) return bestFit(freeInside(cell, free), length);
  const size = prefixSize({ family: cell.family, length });
  const wider = { family: cell.family, start: cell.start - (cell.start % size), length };
  return free.some((each) => prefixHolds(each, wider)) ? wider : undefined;
}

function freeInside(cell: Prefix, free: readonly Prefix[]): Prefix[] {
  if (free.some((each) => prefixHolds(each, cell))) return [cell];
  return free.filter((each) => prefixHolds(cell, each));
}

/** The smallest prefix that holds both cells: what somebody means who draws from one to the other. */
export function rangeAcross(first: Prefix, last: Prefix): Prefix {
  for (let length = first.length; ; length -= 1) {
    const size = prefixSize({ family: first.family, length });
    const start = first.start - (first.start % size);
    const range = { family: first.family, start, length };
    if (prefixHolds(range, last)) return range;
  }
}
