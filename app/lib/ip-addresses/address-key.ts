// Addresses as text that sorts as the addresses count: the family's digit, then the number in hexadecimal digits of fixed width.
// Both databases compare it alike, which neither their number types nor their address types do.
import type { Address, IpFamily, Prefix } from "./prefix.ts";
import { prefixEnd } from "./prefix.ts";

const digits = { ipv4: 8, ipv6: 32 } as const;
const mark = { ipv4: "4", ipv6: "6" } as const;

/** "4c8030c00" for 200.3.12.0. */
export function addressKey({ family, value }: Address): string {
  return mark[family] + value.toString(16).padStart(digits[family], "0");
}

/** The keys of the first and the last address. */
export function prefixKeys(prefix: Prefix): { readonly startKey: string; readonly endKey: string } {
  const { family, start } = prefix;
  return { startKey: addressKey({ family, value: start }), endKey: addressKey({ family, value: prefixEnd(prefix) }) };
}

/** The least key of a family; every key of the family is as great or greater, and those of the other are not between. */
export function familyMark(family: IpFamily): string {
  return mark[family];
}

export function addressOfKey(key: string): Address {
  const family = key.startsWith("4") ? "ipv4" : "ipv6";
  return { family, value: BigInt(`0x${key.slice(1)}`) };
}

export function prefixOfKey(startKey: string, length: number): Prefix {
  const { family, value } = addressOfKey(startKey);
  return { family, start: value, length };
}
