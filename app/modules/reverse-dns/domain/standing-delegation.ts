// Whether a delegation still stands: its zone is one of the block around it by today's rule, and the holder for whom it was made still holds
// a network around it. A fact of the register and of nothing else, so that no way of leaving it can be forgotten (docs/decisions/0024).
import { familyMark } from "#app/lib/ip-addresses/index.ts";
import { zoneLengthOf } from "./zone-rules.ts";

/** A range by the keys of its first and last address, which sort as addresses count. */
export interface KeyRange {
  readonly startKey: string;
  readonly endKey: string;
  readonly prefixLength: number;
}

export interface DelegatedRange extends KeyRange {
  /** For whom it was made; null where that was not kept yet. */
  readonly organizationId: string | null;
}

export interface HeldRange extends KeyRange {
  readonly organizationId: string;
}

/** Each zone with the networks around it, the widest first. Networks lie in each other or apart, never across. */
export function networksAround<Zone extends KeyRange, Held extends KeyRange>(
  zones: readonly Zone[],
  networks: readonly Held[],
): (readonly [Zone, readonly Held[]])[] {
  const waiting = [...networks].sort(byStart).reverse();
  const open: Held[] = [];
  return [...zones].sort(byStart).map((zone) => {
    for (let next = waiting.at(-1); next !== undefined && next.startKey <= zone.startKey; next = waiting.at(-1)) {
      waiting.pop();
      closeBefore(open, next.startKey);
      open.push(next);
    }
    closeBefore(open, zone.startKey);
    return [zone, open.filter(({ endKey }) => endKey >= zone.endKey)] as const;
  });
}

function closeBefore(open: KeyRange[], startKey: string): void {
  while ((open.at(-1)?.endKey ?? startKey) < startKey) open.pop();
}

function byStart(left: KeyRange, right: KeyRange): number {
  if (left.startKey !== right.startKey) return left.startKey < right.startKey ? -1 : 1;
  return left.prefixLength - right.prefixLength;
}

/** The delegations in order, those that stand apart from those that do not any more. */
export function partByStanding<Zone extends DelegatedRange>(
  zones: readonly Zone[],
  networks: readonly HeldRange[],
): { readonly standing: Zone[]; readonly gone: Zone[] } {
  const standing: Zone[] = [];
  const gone: Zone[] = [];
  for (const [zone, around] of networksAround(zones, networks)) (stands(zone, around) ? standing : gone).push(zone);
  return { standing, gone };
}

function stands({ prefixLength, organizationId }: DelegatedRange, around: readonly HeldRange[]): boolean {
  const [block] = around;
  if (block === undefined) return false;
  const family = block.startKey.startsWith(familyMark("ipv4")) ? "ipv4" : "ipv6";
  if (zoneLengthOf({ family, length: block.prefixLength }) !== prefixLength) return false;
  return organizationId === null || around.some((network) => network.organizationId === organizationId);
}
