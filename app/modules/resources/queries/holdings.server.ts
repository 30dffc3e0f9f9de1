// What organisations hold: record by record, and added up on a date.
import { ipv6UnitsInPrefix } from "#app/lib/ip-addresses/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Family, Holding } from "../domain/holding.ts";
import { families, writeHolding } from "../domain/holding.ts";

/** The holdings of these organisations, by organisation, each in the order IPv4, IPv6, AS numbers. */
export async function holdingsOf(
  context: ReadingContext,
  organizationIds: readonly string[],
): Promise<Map<string, Holding[]>> {
  const rows = await context.database.holding.findMany({
    where: { organizationId: { in: [...organizationIds] } },
    orderBy: { start: "asc" },
  });
  const groups = new Map<string, Holding[]>(organizationIds.map((id) => [id, []]));
  for (const family of ["ipv4", "ipv6", "asn"]) {
    for (const { id: _id, organizationId, registry: _registry, ...holding } of rows.filter(
      (row) => row.family === family,
    )) {
      groups.get(organizationId)?.push(holding as Holding);
    }
  }
  return groups;
}

/** Whoever holds something that was delegated before the day (YYYY-MM-DD), with the first such day, and how many records those are. */
export async function listHoldersSince(
  context: ReadingContext,
  before: string,
): Promise<{ readonly organizationId: string; readonly oldest: string; readonly records: number }[]> {
  const groups = await context.database.holding.groupBy({
    by: ["organizationId"],
    // Why after "": the register does not say when some were delegated.
    where: { date: { gt: "", lt: before } },
    _min: { date: true },
    _count: true,
    orderBy: { organizationId: "asc" },
  });
  return groups.map(({ organizationId, _min, _count }) => ({
    ...{ organizationId, oldest: _min.date ?? "", records: _count },
  }));
}

/** Totals: IPv4 in addresses, IPv6 in /64 networks. */
export interface SpaceHeldOn {
  readonly ipv4: bigint;
  readonly ipv6: bigint;
  readonly asns: number;
  /** The earliest delegation of IP addresses; null without any. */
  readonly ipSince: string | null;
  /** Every block and AS number as people write it, IPv4 first; only when asked for. */
  readonly blocks?: readonly string[];
}

/** The totals of these organisations (of all when "all") from what was delegated on or before the day (YYYY-MM-DD). */
export async function spaceHeldOn(
  context: ReadingContext,
  date: string,
  organizationIds: readonly string[] | "all",
  wish: { readonly withBlocks?: boolean } = {},
): Promise<Map<string, SpaceHeldOn>> {
  const rows = await context.database.holding.findMany({
    where: {
      date: { lte: date },
      ...(organizationIds === "all" ? {} : { organizationId: { in: [...organizationIds] } }),
    },
    select: { organizationId: true, family: true, value: true, date: true, start: true },
  });
  const blocks = wish.withBlocks === true ? blocksOf(rows) : undefined;
  const totals = new Map<string, Totals>();
  for (const row of rows) {
    const total = totals.get(row.organizationId) ?? newTotals(blocks?.get(row.organizationId));
    totals.set(row.organizationId, total);
    if (row.family === "asn") {
      total.asns += row.value;
      continue;
    }
    if (row.family === "ipv4") total.ipv4 += BigInt(row.value);
    else total.ipv6 += ipv6UnitsInPrefix(row.value);
    if (total.ipSince === null || row.date < total.ipSince) total.ipSince = row.date;
  }
  return totals;
}

interface Totals {
  ipv4: bigint;
  ipv6: bigint;
  asns: number;
  ipSince: string | null;
  readonly blocks?: readonly string[];
}

function newTotals(blocks: readonly string[] | undefined): Totals {
  return { ipv4: 0n, ipv6: 0n, asns: 0, ipSince: null, ...(blocks === undefined ? {} : { blocks }) };
}

interface BlockRow {
  readonly organizationId: string;
  readonly family: string;
  readonly start: string;
  readonly value: number;
}

function blocksOf(rows: readonly BlockRow[]): Map<string, string[]> {
  const place = (family: string) => families.indexOf(family as Family);
  const inOrder = [...rows].sort(
    (left, right) => place(left.family) - place(right.family) || (left.start < right.start ? -1 : 1),
  );
  const groups = new Map<string, string[]>();
  for (const { organizationId, family, start, value } of inOrder) {
    const group = groups.get(organizationId) ?? [];
    groups.set(organizationId, group);
    group.push(...writeHolding({ family: family as Family, start, value }));
  }
  return groups;
}
