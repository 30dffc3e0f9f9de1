// How much address space a prefix is: IPv4 in addresses, IPv6 in /64 networks (the smallest that anybody is given is a multiple of it).

/** 1,024 for a /22. */
export function addressesInIpv4Prefix(length: number): number {
  return 2 ** (32 - length);
}

/** 4,294,967,296 for a /32. A prefix longer than /64 counts as one network. */
export function ipv6UnitsInPrefix(length: number): bigint {
  return length >= 64 ? 1n : 1n << BigInt(64 - length);
}
