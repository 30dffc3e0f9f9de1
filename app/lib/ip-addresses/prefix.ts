// A prefix: a block of addresses that begins at a multiple of its size. Two prefixes lie one in the other or apart, never across.
// Source: RFC 4632 §3.1 (IPv4), RFC 4291 §2.3 (IPv6).
import { formatIpv4, parseIpv4 } from "./ipv4.ts";
import { formatIpv6, parseIpv6 } from "./ipv6.ts";

export type IpFamily = "ipv4" | "ipv6";

export interface Prefix {
  readonly family: IpFamily;
  /** The first address. */
  readonly start: bigint;
  /** Bits that all its addresses share: 0 to 32, or 0 to 128. */
  readonly length: number;
}

export interface Address {
  readonly family: IpFamily;
  readonly value: bigint;
}

/** 32 for IPv4, 128 for IPv6. */
export function addressBits(family: IpFamily): number {
  return family === "ipv4" ? 32 : 128;
}

/** "200.3.12.1" or "2001:db8::1", or undefined. */
export function parseAddress(text: string): Address | undefined {
  const ipv4 = parseIpv4(text);
  if (ipv4 !== undefined) return { family: "ipv4", value: BigInt(ipv4) };
  const ipv6 = text.includes(":") ? parseIpv6(text) : undefined;
  return ipv6 === undefined ? undefined : { family: "ipv6", value: ipv6 };
}

/** "200.3.12.0/22", or undefined; also where bits behind the length are set. */
export function parsePrefix(text: string): Prefix | undefined {
  const match = /^([0-9A-Fa-f.:]{2,45})\/(0|[1-9][0-9]{0,2})$/.exec(text);
  const address = match?.[1] === undefined ? undefined : parseAddress(match[1]);
  if (address === undefined) return undefined;
  const length = Number(match?.[2]);
  if (length > addressBits(address.family)) return undefined;
  const prefix = { family: address.family, start: address.value, length };
  return prefix.start % prefixSize(prefix) === 0n ? prefix : undefined;
}

/** "200.3.12.0/22". */
export function formatPrefix(prefix: Prefix): string {
  return `${formatAddress({ family: prefix.family, value: prefix.start })}/${prefix.length}`;
}

export function formatAddress({ family, value }: Address): string {
  return family === "ipv4" ? formatIpv4(Number(value)) : formatIpv6(value);
}

/** The prefix of this length in which the address lies. */
export function prefixAround({ family, value }: Address, length: number): Prefix {
  const size = prefixSize({ family, length });
  return { family, start: value - (value % size), length };
}

/** How many addresses it has. */
export function prefixSize({ family, length }: Pick<Prefix, "family" | "length">): bigint {
  return 1n << BigInt(addressBits(family) - length);
}

/** The last address. */
export function prefixEnd(prefix: Prefix): bigint {
  return prefix.start + prefixSize(prefix) - 1n;
}

/** Whether `inner` lies in `outer`, or is the same. */
export function prefixHolds(outer: Prefix, inner: Prefix): boolean {
  return (
    outer.family === inner.family &&
    outer.length <= inner.length &&
    outer.start <= inner.start &&
    inner.start <= prefixEnd(outer)
  );
}

/** In the order of the registry's files: IPv4 first, then by first address, the wider first. */
export function comparePrefixes(left: Prefix, right: Prefix): number {
  if (left.family !== right.family) return left.family === "ipv4" ? -1 : 1;
  if (left.start !== right.start) return left.start < right.start ? -1 : 1;
  return left.length - right.length;
}
