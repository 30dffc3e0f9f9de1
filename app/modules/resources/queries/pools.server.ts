// What has become of the registry's numbers: given on, in use, reserved, available. The four are the whole pool, and share nothing.
import type { ReadingContext } from "#app/platform/context.server.ts";
import { ipv6UnitsInPrefix } from "#app/lib/ip-addresses/index.ts";
import type { Family } from "../domain/holding.ts";
import { families } from "../domain/holding.ts";
import type { PoolStatus } from "../domain/pool-status.ts";
import { poolStatuses } from "../domain/pool-status.ts";

/** IPv4 in addresses, IPv6 in /64 networks, AS numbers by number. */
export type Pools = Readonly<Record<Family, Readonly<Record<PoolStatus, bigint>>>>;

/** The pools of a registry; of all of them where none is given. */
export async function poolsOf(context: ReadingContext, registry?: string): Promise<Pools> {
  const where = registry === undefined ? {} : { registry };
  const by = { by: ["family", "status", "value"] as ("family" | "status" | "value")[], where, _count: true as const };
  const groups = [
    ...(await context.database.holding.groupBy(by)),
    ...(await context.database.undelegatedRange.groupBy(by)),
  ];
  const sum = (family: Family, status: PoolStatus) =>
    groups
      .filter((group) => group.family === family && group.status === status)
      .reduce((total, group) => total + BigInt(group._count) * numbersIn(family, group.value), 0n);
  const pool = (family: Family) =>
    Object.fromEntries(poolStatuses.map((status) => [status, sum(family, status)])) as Record<PoolStatus, bigint>;
  return Object.fromEntries(families.map((family) => [family, pool(family)])) as Record<
    Family,
    Record<PoolStatus, bigint>
  >;
}

function numbersIn(family: Family, value: number): bigint {
  return family === "ipv6" ? ipv6UnitsInPrefix(value) : BigInt(value);
}
