// Which other registry answers for addresses and AS numbers that this one has nothing of, by the files that IANA publishes.
// Source: RFC 9224 §4 to §5.3 (bootstrap files); RFC 7480 §5.2 (referring to another server).
import { z } from "zod";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { parsePrefix, prefixEnd } from "#app/lib/ip-addresses/index.ts";
import { parseAsn } from "#app/modules/resources/index.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import type { RdapQuery } from "./rdap/rdap-query.ts";
import { PrefixTree } from "./prefix-tree.ts";

/** A bootstrap file: lists of ranges, each with the addresses of the service that answers for them. */
const bootstrap = z.object({
  services: z.array(z.tuple([z.array(z.string()), z.array(z.url({ protocol: /^https?$/ }))])),
});

interface NumbersElsewhere {
  readonly first: number;
  readonly last: number;
  readonly base: string;
}

export class Referrals {
  readonly #networks: PrefixTree<{ readonly prefix: Prefix; readonly base: string }>;
  readonly #numbers: readonly NumbersElsewhere[];

  private constructor(
    networks: readonly { readonly prefix: Prefix; readonly base: string }[],
    numbers: readonly NumbersElsewhere[],
  ) {
    this.#networks = PrefixTree.of(networks);
    this.#numbers = numbers;
  }

  static readonly none = new Referrals([], []);

  /** Out of files as they are published, of addresses and of AS numbers alike; throws where one is none. `own` is never referred to. */
  static of(documents: readonly unknown[], own: string): Referrals {
    const networks: { prefix: Prefix; base: string }[] = [];
    const numbers: NumbersElsewhere[] = [];
    for (const [range, base] of documents.flatMap(rangesOf)) {
      if (base.startsWith(own)) continue;
      const prefix = parsePrefix(range);
      const [first, last = first] = range.split("-").map(parseAsn);
      if (prefix !== undefined) networks.push({ prefix, base });
      else if (first !== undefined && last !== undefined) numbers.push({ first, last, base });
      else throw new Error(`"${range}" is neither a prefix nor a range of AS numbers`);
    }
    return new Referrals(networks, numbers);
  }

  /** The address of the service that answers for all of it, ending in "/". */
  ofPrefix(prefix: Prefix): string | undefined {
    return this.#networks.around(prefix.family, prefix.start, prefixEnd(prefix))?.base;
  }

  ofAsn(asn: number): string | undefined {
    return this.#numbers.find(({ first, last }) => first <= asn && asn <= last)?.base;
  }
}

/** Of lookups alone: what a search may find elsewhere nobody knows. */
export function referralOf(referrals: Referrals, query: RdapQuery, index: DirectoryIndex): string | undefined {
  if (query.kind === "ip" || query.kind === "domain") {
    const { prefix } = query;
    // Why: of a network that came from another registry IANA still names that one, and it would refer back to this one.
    const isHere = index.tree.around(prefix.family, prefix.start, prefixEnd(prefix)) !== undefined;
    return isHere ? undefined : referrals.ofPrefix(prefix);
  }
  return query.kind === "autnum" ? referrals.ofAsn(query.asn) : undefined;
}

function rangesOf(document: unknown): [range: string, base: string][] {
  return bootstrap.parse(document).services.flatMap(([ranges, addresses]) => {
    // Source: RFC 9224 §3: a client prefers the one that is encrypted.
    const base = addresses.find((address) => address.startsWith("https:")) ?? addresses[0];
    return base === undefined ? [] : ranges.map((range): [string, string] => [range, base.replace(/\/?$/, "/")]);
  });
}
