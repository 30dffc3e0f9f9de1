// IPv6 space as people speak of it: "a /32", or a sum of the sizes that registries give out.
import { ipv6UnitsInPrefix } from "#app/lib/ip-addresses/index.ts";

export interface SpacePart {
  readonly count: bigint;
  readonly prefix: number;
}

const usualSizes = [32, 48, 64];

/** One prefix where the sum is one, otherwise so many /32, /48 and /64. */
export function ipv6Parts(networks: bigint): SpacePart[] {
  const bits = networks.toString(2).length - 1;
  if (networks === 1n << BigInt(bits) && bits <= 64) return [{ count: 1n, prefix: 64 - bits }];
  let left = networks;
  return usualSizes.flatMap((prefix) => {
    const count = left / ipv6UnitsInPrefix(prefix);
    left -= count * ipv6UnitsInPrefix(prefix);
    return count > 0n ? [{ count, prefix }] : [];
  });
}

/** The prefix length of exactly so many IPv4 addresses; undefined where it is no single prefix. */
export function ipv4PrefixOf(addresses: bigint): number | undefined {
  const bits = addresses.toString(2).length - 1;
  return addresses > 0n && bits <= 32 && addresses === 1n << BigInt(bits) ? 32 - bits : undefined;
}
