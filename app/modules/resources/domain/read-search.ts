// What somebody typed to find resources: an address, a block, an AS number, or words.
import type { Address, Prefix } from "#app/lib/ip-addresses/index.ts";
import { parseAddress, parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { parseAsn } from "./autonomous-system.ts";

export type ResourceSearch =
  | { readonly kind: "everything" }
  | { readonly kind: "address"; readonly address: Address }
  | { readonly kind: "prefix"; readonly prefix: Prefix }
  | { readonly kind: "asn"; readonly asn: number }
  | { readonly kind: "words"; readonly words: string };

export function readSearch(typed: string): ResourceSearch {
  const text = typed.trim();
  if (text === "") return { kind: "everything" };
  const address = parseAddress(text);
  if (address !== undefined) return { kind: "address", address };
  const prefix = parsePrefix(text);
  if (prefix !== undefined) return { kind: "prefix", prefix };
  const asn = parseAsn(text.replace(/^AS\s+/i, "AS"));
  return asn === undefined ? { kind: "words", words: text } : { kind: "asn", asn };
}
