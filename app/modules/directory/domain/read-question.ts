// What somebody asks the directory, out of what was typed: an address, a prefix, an AS number, or the handle of an organisation or a person.
import type { Address, Prefix } from "#app/lib/ip-addresses/index.ts";
import { addressBits, parseAddress, prefixAround } from "#app/lib/ip-addresses/index.ts";
import { parseAsn } from "#app/modules/resources/index.ts";

export type Question =
  | { readonly kind: "prefix"; readonly prefix: Prefix }
  | { readonly kind: "asn"; readonly asn: number }
  | { readonly kind: "handle"; readonly handle: string };

/** Undefined where it is none of these. An address is the prefix of itself alone; bits behind a prefix's length do not matter. */
export function readQuestion(typed: string): Question | undefined {
  const text = typed.trim();
  const prefix = readPrefix(text);
  if (prefix !== undefined) return { kind: "prefix", prefix };
  const asn = parseAsn(text);
  if (asn !== undefined) return { kind: "asn", asn };
  return /^[A-Za-z][A-Za-z0-9-]{1,39}$/.test(text) ? { kind: "handle", handle: text.toUpperCase() } : undefined;
}

/** "200.3.12.1", "200.3.12.0/22", "2001:db8::/32"; undefined for anything else. */
export function readPrefix(text: string): Prefix | undefined {
  const [addressText = "", lengthText, ...more] = text.split("/");
  const address: Address | undefined = more.length > 0 ? undefined : parseAddress(addressText);
  if (address === undefined) return undefined;
  const bits = addressBits(address.family);
  if (lengthText === undefined) return prefixAround(address, bits);
  const length = /^(0|[1-9][0-9]{0,2})$/.test(lengthText) ? Number(lengthText) : Number.NaN;
  return length <= bits ? prefixAround(address, length) : undefined;
}
