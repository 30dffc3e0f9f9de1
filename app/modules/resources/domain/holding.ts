// One record of the register that belongs to an organisation, and how its numbers are kept so that they sort as they count.
import { formatIpv4, formatIpv6, ipv4RangeToPrefixes } from "#app/lib/ip-addresses/index.ts";

export type Family = "ipv4" | "ipv6" | "asn";
export const families: readonly Family[] = ["ipv4", "ipv6", "asn"];

export interface Holding {
  readonly family: Family;
  /** The first address as 32 hexadecimal digits, or the AS number as ten decimal digits. */
  readonly start: string;
  /** IPv4 addresses, IPv6 prefix length, or AS numbers. */
  readonly value: number;
  readonly country: string;
  /** Day of delegation, YYYY-MM-DD; "" where the register does not say. */
  readonly date: string;
  readonly status: "allocated" | "assigned";
}

/** As the database keeps the first number of a record. */
export function startKey(family: Family, start: bigint): string {
  return family === "asn" ? start.toString().padStart(10, "0") : start.toString(16).padStart(32, "0");
}

/** As people write it: "200.3.12.0/22", "2001:13c7:7001::/48", "AS28000". Ranges that are no prefix give several. */
export function writeHolding({ family, start, value }: Pick<Holding, "family" | "start" | "value">): string[] {
  switch (family) {
    case "ipv4":
      return ipv4RangeToPrefixes(Number.parseInt(start, 16), value).map(
        (prefix) => `${formatIpv4(prefix.start)}/${prefix.length}`,
      );
    case "ipv6":
      return [`${formatIpv6(BigInt(`0x${start}`))}/${value}`];
    case "asn":
      return Array.from({ length: value }, (_, index) => `AS${Number(start) + index}`);
  }
}
