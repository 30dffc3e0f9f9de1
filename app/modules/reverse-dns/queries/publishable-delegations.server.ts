// Everything that the zone files are made of: each delegated zone whose block is still in the register, with the servers that were not taken out.
import type { Network } from "#app/modules/resources/index.ts";
import { listNetworksInside } from "#app/modules/resources/index.server.ts";
import { prefixKeys, prefixOfKey } from "#app/lib/ip-addresses/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { DsRecord } from "../domain/ds-record.ts";
import type { PublishedDelegation } from "../domain/zone-file.ts";

interface ZoneRow {
  readonly id: string;
  readonly zoneName: string;
  readonly startKey: string;
  readonly endKey: string;
  readonly prefixLength: number;
}

/** In the order of addresses, IPv4 first. Read by statements of our own: there may be hundreds of thousands. */
export async function listPublishableDelegations(within: ContextWithin): Promise<PublishedDelegation[]> {
  const { database } = within;
  const zones = await database.$queryRaw<ZoneRow[]>`
    SELECT id, "zoneName", "startKey", "endKey", "prefixLength" FROM reverse_delegations ORDER BY "startKey"`;
  const servers = await database.$queryRaw<{ delegationId: string; host: string }[]>`
    SELECT "delegationId", host FROM reverse_name_servers WHERE "removedAt" IS NULL ORDER BY position, host`;
  const records = await database.reverseDsRecord.findMany({ orderBy: [{ keyTag: "asc" }, { digestType: "asc" }] });
  const hosts = grouped(servers.map(({ delegationId, host }) => [delegationId, host]));
  const dsRecords = grouped<DsRecord>(records.map(({ delegationId, ...record }) => [delegationId, record]));
  const isRegistered = registeredSpace(await listDirectNetworks(within));
  return zones.filter(isRegistered).map(({ id, zoneName, startKey, prefixLength }) => ({
    ...{ zoneName, prefix: prefixOfKey(startKey, prefixLength) },
    hosts: hosts.get(id) ?? [],
    dsRecords: dsRecords.get(id) ?? [],
  }));
}

async function listDirectNetworks(within: ContextWithin): Promise<Network[]> {
  const all = [
    ...(await listNetworksInside(within, { family: "ipv4", start: 0n, length: 0 })),
    ...(await listNetworksInside(within, { family: "ipv6", start: 0n, length: 0 })),
  ];
  return all.filter(({ parentId }) => parentId === null);
}

/** Direct networks lie apart from each other, so the last that begins before a zone is the only one that can hold it. */
function registeredSpace(networks: readonly Network[]): (zone: ZoneRow) => boolean {
  const ranges = networks.map(({ prefix }) => prefixKeys(prefix)).sort((a, b) => (a.startKey < b.startKey ? -1 : 1));
  return ({ startKey, endKey }) => {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.startKey ?? "") <= startKey) low = middle + 1;
      else high = middle;
    }
    return (ranges[low - 1]?.endKey ?? "") >= endKey;
  };
}

function grouped<Value>(pairs: readonly (readonly [string, Value])[]): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
