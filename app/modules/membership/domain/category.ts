// Which category an organisation is in. Source: fee tables: the highest tier that either the IPv4 or the IPv6 total reaches.
import type { SpaceHeld } from "./address-space.ts";
import type { AddressFamily, Category } from "./rules.ts";
import { largestWithin } from "./rules.ts";

/** The categories that the two families lead to, and the one that counts. */
export interface CategoryDecision {
  readonly ipv4: Category | undefined;
  readonly ipv6: Category | undefined;
  readonly category: Category | undefined;
}

/** The higher of the two tiers. Without IP addresses there is none: AS numbers alone give no category. */
export function decideCategory(held: SpaceHeld, categories: readonly Category[]): CategoryDecision {
  const ipv4 = tierOf(held.ipv4, "ipv4", categories);
  const ipv6 = tierOf(held.ipv6, "ipv6", categories);
  return { ipv4: categories[ipv4], ipv6: categories[ipv6], category: categories[Math.max(ipv4, ipv6)] };
}

function tierOf(total: bigint, family: AddressFamily, categories: readonly Category[]): number {
  if (total === 0n) return -1;
  return categories.findIndex((category) => {
    const space = category[family];
    if (space.kind === "not-used") return false;
    const largest = largestWithin(space, family);
    return largest === undefined || total <= largest;
  });
}
