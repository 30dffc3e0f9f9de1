// Networks of the register: the one of an address, the one around a prefix, those inside a block.
import type { Address, Prefix } from "#app/lib/ip-addresses/index.ts";
import { addressKey, familyMark, prefixKeys } from "#app/lib/ip-addresses/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Network } from "../domain/network.ts";
import { asNetwork } from "../domain/network.ts";

/** By its id, or the network that is exactly this prefix. */
export async function findNetwork(
  context: ReadingContext,
  wanted: { readonly id: string } | { readonly prefix: Prefix },
): Promise<Network | undefined> {
  const where = "id" in wanted ? wanted : { startKey_prefixLength: exact(wanted.prefix) };
  const row = await context.database.network.findUnique({ where });
  return row === null ? undefined : asNetwork(row);
}

/** The smallest network in which the address lies. */
export function findNetworkOfAddress(context: ReadingContext, address: Address): Promise<Network | undefined> {
  const key = addressKey(address);
  return climb(context, address.family, key, key);
}

/** The smallest network that holds the whole prefix; it may be the prefix itself. */
export function findNetworkAround(context: ReadingContext, prefix: Prefix): Promise<Network | undefined> {
  const { startKey, endKey } = prefixKeys(prefix);
  return climb(context, prefix.family, startKey, endKey);
}

/** All networks inside the prefix and smaller than it, in order. */
export async function listNetworksInside(context: ReadingContext, prefix: Prefix): Promise<Network[]> {
  const { startKey, endKey } = prefixKeys(prefix);
  const rows = await context.database.network.findMany({
    where: { startKey: { gte: startKey, lte: endKey }, endKey: { lte: endKey }, prefixLength: { gt: prefix.length } },
    orderBy: [{ startKey: "asc" }, { prefixLength: "asc" }],
  });
  return rows.map(asNetwork);
}

/** The networks directly in one of these, in order. */
export async function listNetworksDirectlyIn(context: ReadingContext, ids: readonly string[]): Promise<Network[]> {
  const rows = await context.database.network.findMany({
    where: { parentId: { in: [...ids] } },
    orderBy: [{ startKey: "asc" }, { prefixLength: "asc" }],
  });
  return rows.map(asNetwork);
}

// Why so: the last network that begins at or before the address is the wanted one or lies inside the wanted one's tree, so its parents
// lead there. Asking for start and end at once would read half the table (600 µs instead of 6; docs/benchmarks.md).
async function climb(
  context: ReadingContext,
  family: Prefix["family"],
  startKey: string,
  endKey: string,
): Promise<Network | undefined> {
  const least = familyMark(family);
  const found = await context.database.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE above(id, "endKey", "parentId", "prefixLength") AS (
      SELECT * FROM (
        SELECT id, "endKey", "parentId", "prefixLength" FROM networks
        WHERE "startKey" <= ${startKey} AND "startKey" >= ${least}
        ORDER BY "startKey" DESC, "prefixLength" DESC LIMIT 1
      ) AS nearest
      UNION ALL
      SELECT network.id, network."endKey", network."parentId", network."prefixLength"
      FROM networks network JOIN above ON network.id = above."parentId"
    )
    SELECT id FROM above WHERE "endKey" >= ${endKey} ORDER BY "prefixLength" DESC LIMIT 1`;
  const id = found[0]?.id;
  return id === undefined ? undefined : findNetwork(context, { id });
}

function exact(prefix: Prefix): { startKey: string; prefixLength: number } {
  return { startKey: prefixKeys(prefix).startKey, prefixLength: prefix.length };
}
