// How much the register holds, by family and by country.
import { ipv6UnitsInPrefix } from "#app/lib/ip-addresses/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Family } from "../domain/holding.ts";
import { families } from "../domain/holding.ts";

export interface RegisterTotals {
  readonly records: Readonly<Record<Family, number>>;
  readonly holders: number;
  readonly ipv4Addresses: number;
  /** /64 networks. */
  readonly ipv6Networks: bigint;
  readonly asns: number;
  /** Holders by country, the most first. */
  readonly countries: readonly { readonly country: string; readonly holders: number }[];
}

export async function registerTotals(context: ReadingContext): Promise<RegisterTotals> {
  const groups = await context.database.holding.groupBy({ by: ["family", "value"], _count: true });
  const sum = (family: Family, amount: (value: number) => bigint) =>
    groups
      .filter((group) => group.family === family)
      .reduce((total, group) => total + BigInt(group._count) * amount(group.value), 0n);
  const holders = await context.database.holding.groupBy({ by: ["country", "organizationId"] });
  const byCountry = new Map<string, number>();
  for (const { country } of holders) byCountry.set(country, (byCountry.get(country) ?? 0) + 1);
  return {
    records: Object.fromEntries(families.map((family) => [family, Number(sum(family, () => 1n))])) as Record<
      Family,
      number
    >,
    holders: new Set(holders.map((holder) => holder.organizationId)).size,
    ipv4Addresses: Number(sum("ipv4", BigInt)),
    ipv6Networks: sum("ipv6", ipv6UnitsInPrefix),
    asns: Number(sum("asn", BigInt)),
    countries: [...byCountry]
      .map(([country, count]) => ({ country, holders: count }))
      .sort((left, right) => right.holders - left.holders),
  };
}
