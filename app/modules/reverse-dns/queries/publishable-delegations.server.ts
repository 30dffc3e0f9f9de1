// Everything that the zone files are made of: each delegation that stands, with the servers that were not taken out; and those that do not
// stand any more.
import { prefixOfKey } from "#app/lib/ip-addresses/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { DsRecord } from "../domain/ds-record.ts";
import type { DelegatedRange } from "../domain/standing-delegation.ts";
import { partByStanding } from "../domain/standing-delegation.ts";
import type { PublishedDelegation } from "../domain/zone-file.ts";
import { listNetworksAcross } from "./networks-across.server.ts";

interface ZoneRow extends DelegatedRange {
  readonly id: string;
  readonly zoneName: string;
}

export interface AllDelegations {
  /** In the order of addresses, IPv4 first. */
  readonly published: PublishedDelegation[];
  readonly gone: readonly { readonly id: string; readonly zoneName: string }[];
}

/** Read by statements of our own: there may be hundreds of thousands. */
export async function listPublishableDelegations(within: ContextWithin): Promise<AllDelegations> {
  const { database } = within;
  const zones = await database.$queryRaw<ZoneRow[]>`
    SELECT id, "zoneName", "startKey", "endKey", "prefixLength", "organizationId" FROM reverse_delegations`;
  const servers = await database.$queryRaw<{ delegationId: string; host: string }[]>`
    SELECT "delegationId", host FROM reverse_name_servers WHERE "removedAt" IS NULL ORDER BY position, host`;
  const records = await database.reverseDsRecord.findMany({ orderBy: [{ keyTag: "asc" }, { digestType: "asc" }] });
  const hosts = grouped(servers.map(({ delegationId, host }) => [delegationId, host]));
  const dsRecords = grouped<DsRecord>(records.map(({ delegationId, ...record }) => [delegationId, record]));
  const networks = [
    ...(await listNetworksAcross(within, { family: "ipv4", start: 0n, length: 0 })),
    ...(await listNetworksAcross(within, { family: "ipv6", start: 0n, length: 0 })),
  ];
  const { standing, gone } = partByStanding(zones, networks);
  const published = standing.map(({ id, zoneName, startKey, prefixLength }) => ({
    ...{ zoneName, prefix: prefixOfKey(startKey, prefixLength) },
    hosts: hosts.get(id) ?? [],
    dsRecords: dsRecords.get(id) ?? [],
  }));
  return { published, gone };
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
