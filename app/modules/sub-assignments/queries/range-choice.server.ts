// What somebody needs to see who chooses a range of a block: the sizes that are free, the best place, the picture.
import { bestFit, formatPrefix, freePrefixes, parsePrefix, prefixSize } from "#app/lib/ip-addresses/index.ts";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import type { Network } from "#app/modules/resources/index.ts";
import { linkToDelegations } from "#app/modules/reverse-dns/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { CellState } from "../domain/range-map.ts";
import { drawBlock } from "../domain/range-map.ts";
import type { RangeRefusal } from "../domain/range.ts";
import { decideRange, lengthsOf, mustBeRegistered, needsReverse } from "../domain/range.ts";
import { listTaken } from "./block.server.ts";

export interface ShownCell {
  readonly prefix: string;
  readonly state: CellState;
  readonly choice: string | null;
}

export interface RangeChoice {
  /** The lengths for which there is room. */
  readonly lengths: readonly number[];
  readonly length: number | null;
  /** The range that was picked, or the best fit for the length. */
  readonly proposed: ShownRange | null;
  /** Why the range that was picked cannot be had. */
  readonly pickRefusal: RangeRefusal | null;
  readonly cells: readonly ShownCell[];
  readonly free: readonly string[];
}

export interface ShownRange {
  readonly prefix: string;
  readonly addresses: string;
  readonly mustBeRegistered: boolean;
  readonly needsReverse: boolean;
  /** Where reverse DNS of its block is delegated. */
  readonly reverseDnsAt: string;
}

/** `length` and `picked` are what the person asked for; nonsense is as good as nothing. */
export async function chooseRange(
  context: ReadingContext,
  block: Network,
  wish: { readonly length: number | undefined; readonly picked: string | null },
): Promise<RangeChoice> {
  const taken = await listTaken(context, block);
  const free = freePrefixes(block.prefix, taken);
  const widest = free.reduce((least, each) => Math.min(least, each.length), Infinity);
  const lengths = lengthsOf(block.prefix).filter((length) => length >= widest);
  const usual = block.prefix.family === "ipv4" ? 24 : 48;
  const wished = wish.length ?? usual;
  const length = lengths.includes(wished) ? wished : lengths[0];
  if (length === undefined) {
    const nothing = { length: null, proposed: null, pickRefusal: null, free: [] };
    return { lengths, ...nothing, cells: cellsOf(block, taken, 0) };
  }
  const picked = decidePick(block, taken, wish.picked);
  const proposed = picked?.ok === true ? picked.value : bestFit(free, length);
  return {
    ...{ lengths, length, cells: cellsOf(block, taken, length) },
    pickRefusal: picked === undefined || picked.ok ? null : picked.error,
    proposed: proposed === undefined ? null : showRange(proposed),
    free: [...free]
      .sort((left, right) => left.length - right.length)
      .slice(0, 12)
      .map(formatPrefix),
  };
}

/** What was drawn or pressed on the map; whether its zone answers is asked before the act. */
function decidePick(block: Network, taken: readonly Prefix[], picked: string | null) {
  const range = picked === null ? undefined : parsePrefix(picked);
  if (range === undefined) return undefined;
  return decideRange({ block: block.prefix, blockStatus: block.status, range, taken, isReverseDelegated: true });
}

export function showRange(range: Prefix): ShownRange {
  return {
    prefix: formatPrefix(range),
    addresses: range.family === "ipv4" ? String(prefixSize(range)) : "",
    mustBeRegistered: mustBeRegistered(range),
    needsReverse: needsReverse(range),
    reverseDnsAt: linkToDelegations(range),
  };
}

function cellsOf(block: Network, taken: readonly Prefix[], length: number): ShownCell[] {
  return drawBlock(block.prefix, taken, length).map(({ prefix, state, choice }) => ({
    prefix: formatPrefix(prefix),
    state,
    choice: choice === undefined ? null : formatPrefix(choice),
  }));
}
