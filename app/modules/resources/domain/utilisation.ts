// How much of the space is in use, and whether that is the 80 % that the next allocation asks for. Policy manual §2.3.4 (earlier blocks).
// Exact: whole addresses are compared, never rounded shares.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { addressesTaken, prefixSize } from "#app/lib/ip-addresses/index.ts";

/** Of a hundred addresses, so many must be in use. */
const wantedOfHundred = 80n;

export interface Utilisation {
  readonly size: bigint;
  /** Addresses in registered sub-assignments; one inside another counts once. */
  readonly taken: bigint;
  readonly isReached: boolean;
  /** How many more addresses must be in use; 0 where it is reached. */
  readonly missing: bigint;
}

/** Of one block, with the prefixes of its sub-assignments. */
export function utilisationOf(block: Prefix, taken: readonly Prefix[]): Utilisation {
  return utilisation(prefixSize(block), addressesTaken(block, taken));
}

/** Of several blocks together. */
export function utilisationTogether(parts: readonly Pick<Utilisation, "size" | "taken">[]): Utilisation {
  return utilisation(
    parts.reduce((sum, { size }) => sum + size, 0n),
    parts.reduce((sum, { taken }) => sum + taken, 0n),
  );
}

function utilisation(size: bigint, taken: bigint): Utilisation {
  // Why rounded up: 79.9 % is not 80 %, so a part of an address that is wanted is a whole one.
  const wanted = (size * wantedOfHundred + 99n) / 100n;
  const missing = taken >= wanted ? 0n : wanted - taken;
  return { size, taken, isReached: missing === 0n, missing };
}

/** The share for people, in ten-thousandths rounded down: it never says 80 % before it is. */
export function shareOf({ size, taken }: Pick<Utilisation, "size" | "taken">): number {
  return size === 0n ? 0 : Number((taken * 10_000n) / size) / 10_000;
}
