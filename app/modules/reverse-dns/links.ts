// The addresses of the pages of reverse DNS.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";

/** The blocks whose zones I may delegate. */
export function linkToMyReverseDns(): string {
  return "/my/reverse-dns";
}

/** The delegated zones of one block, with how their servers answer. */
export function linkToDelegations(block: Prefix): string {
  return `/my/reverse-dns/${formatPrefix(block)}`;
}

/** Delegating zones of one block, in three steps. */
export function linkToDelegate(block: Prefix): string {
  return `${linkToDelegations(block)}/delegate`;
}
