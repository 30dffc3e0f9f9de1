// Names of the reverse tree: the address backwards, byte by byte for IPv4, digit by digit for IPv6.
// Source: RFC 1035 §3.5 (in-addr.arpa), RFC 3596 §2.5 (ip6.arpa).
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { prefixAround } from "#app/lib/ip-addresses/index.ts";

/** "18.198.in-addr.arpa" for 198.18.0.0/16. The prefix must end on a byte or a hexadecimal digit. */
export function zoneNameOf({ family, start, length }: Prefix): string {
  const step = family === "ipv4" ? 8 : 4;
  if (length % step !== 0) throw new Error(`a prefix of length ${length} has no zone of its own`);
  const bits = family === "ipv4" ? 32 : 128;
  const labels = Array.from({ length: length / step }, (_, place) => {
    const part = (start >> BigInt(bits - step * (place + 1))) & BigInt(2 ** step - 1);
    return part.toString(family === "ipv4" ? 10 : 16);
  });
  return [...labels.reverse(), family === "ipv4" ? "in-addr" : "ip6", "arpa"].join(".");
}

/**
 * The zone of the registry in which a delegated zone stands.
 *
 * Source: IANA gives registries IPv4 by /8, IPv6 by /12, and in 2001::/16, the oldest part, by /23 and so by two zones of /24.
 */
export function apexOf(zone: Prefix): Prefix {
  const first = { family: zone.family, value: zone.start } as const;
  if (zone.family === "ipv4") return prefixAround(first, 8);
  const isOldest = prefixAround(first, 16).start === 0x2001n << 112n;
  return prefixAround(first, isOldest && zone.length > 24 ? 24 : 12);
}
