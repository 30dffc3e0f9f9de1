// Which addresses of a name server are asked: only those that the whole Internet reaches. Security: whoever owns a name writes any address
// for it, and must not make us knock at our own machine or network. Source: RFC 6890, IANA's registries of special-purpose addresses.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { addressBits, parseAddress, parsePrefix, prefixHolds } from "#app/lib/ip-addresses/index.ts";

/** Of IPv6 only 2000::/3 is given out; inside it the ranges that carry IPv4 addresses or stand in books. */
const inside = ["0.0.0.0/0", "2000::/3"].map(read);
const outside = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"],
  ...["192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"],
  ...["224.0.0.0/3", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"],
].map(read);

export function isPublicAddress(text: string): boolean {
  const address = parseAddress(text);
  if (address === undefined) return false;
  const { family, value: start } = address;
  const host: Prefix = { family, start, length: addressBits(family) };
  return inside.some((range) => prefixHolds(range, host)) && !outside.some((range) => prefixHolds(range, host));
}

function read(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is no prefix`);
  return prefix;
}
