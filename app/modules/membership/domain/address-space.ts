// How much address space an organisation holds: IPv4 in addresses, IPv6 in /64 networks, so that any mix of blocks adds up exactly.
import { addressesInIpv4Prefix, ipv6UnitsInPrefix } from "#app/lib/ip-addresses/index.ts";

/** What an organisation holds in total on a date. */
export interface SpaceHeld {
  /** IPv4 addresses. */
  readonly ipv4: bigint;
  /** IPv6 space in /64 networks. */
  readonly ipv6: bigint;
  readonly asns: number;
  /** The earliest day (YYYY-MM-DD) on which it held IP addresses; null when it holds none. */
  readonly ipSince: string | null;
}

export const nothingHeld: SpaceHeld = { ipv4: 0n, ipv6: 0n, asns: 0, ipSince: null };

/** So many blocks of that prefix length, in the family's unit. */
export function sizeOfBlocks(family: "ipv4" | "ipv6", blocks: number, prefix: number): bigint {
  const one = family === "ipv4" ? BigInt(addressesInIpv4Prefix(prefix)) : ipv6UnitsInPrefix(prefix);
  return BigInt(blocks) * one;
}
