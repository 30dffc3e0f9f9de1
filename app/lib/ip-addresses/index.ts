// Internet addresses as numbers and texts. Source: RFC 4632 (IPv4 prefixes), RFC 4291 §2.2 and RFC 5952 (IPv6 text).
export { formatIpv4, parseIpv4 } from "./ipv4.ts";
export { formatIpv6, parseIpv6 } from "./ipv6.ts";
export { ipv4RangeToPrefixes } from "./prefixes.ts";
export { addressesInIpv4Prefix, ipv6UnitsInPrefix } from "./sizes.ts";
export { addressKey, addressOfKey, familyMark, prefixKeys, prefixOfKey } from "./address-key.ts";
export { addressesTaken, bestFit, freePrefixes } from "./free-space.ts";
export {
  addressBits,
  comparePrefixes,
  formatAddress,
  formatPrefix,
  parseAddress,
  parsePrefix,
  prefixAround,
  prefixEnd,
  prefixHolds,
  prefixSize,
} from "./prefix.ts";
export type { Address, IpFamily, Prefix } from "./prefix.ts";
