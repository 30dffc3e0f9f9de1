// The delegated zones of a prefix, with their servers and how those answered: what pages, WHOIS and RDAP show.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { prefixKeys, prefixOfKey } from "#app/lib/ip-addresses/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { DsRecord } from "../domain/ds-record.ts";
import { removalDueAt } from "../domain/lame-rule.ts";
import type { ServerStatus } from "../domain/server-status.ts";
import { asServerStatus } from "../domain/server-status.ts";
import { partByStanding } from "../domain/standing-delegation.ts";
import { zonesAround } from "../domain/zone-rules.ts";
import { askServers } from "./ask-servers.server.ts";
import { findBlockAround } from "./block-around.server.ts";
import { listNetworksAcross } from "./networks-across.server.ts";

export interface DelegatedServer {
  readonly host: string;
  readonly status: ServerStatus;
  /** When it was asked last. */
  readonly statusOn: Date;
  readonly lastAuthoritativeOn: Date | null;
  readonly lameSince: Date | null;
  /** When it will be taken out of the zone unless it answers; null while nobody has been told. */
  readonly removalOn: Date | null;
  /** False: it answered wrongly for so long that it was taken out of this zone. */
  readonly isPublished: boolean;
}

export interface DelegatedZone {
  readonly zoneName: string;
  readonly prefix: Prefix;
  readonly servers: readonly DelegatedServer[];
  readonly dsRecords: readonly DsRecord[];
  readonly changedAt: Date;
}

/** The delegations that stand of zones that lie in the prefix or are it, in order. A prefix longer than its zone has none of its own. */
export async function listDelegationsInside(context: ReadingContext, prefix: Prefix): Promise<DelegatedZone[]> {
  const { startKey, endKey } = prefixKeys(prefix);
  const rows = await context.database.reverseDelegation.findMany({
    where: { startKey: { gte: startKey, lte: endKey }, endKey: { lte: endKey } },
    include: { servers: { orderBy: { position: "asc" } }, dsRecords: { orderBy: { keyTag: "asc" } } },
  });
  const { standing } = partByStanding(rows, rows.length === 0 ? [] : await listNetworksAcross(context, prefix));
  return standing.map(({ zoneName, startKey: start, prefixLength, servers, dsRecords, changedAt }) => ({
    ...{ zoneName, changedAt, prefix: prefixOfKey(start, prefixLength) },
    servers: servers.map(({ host, status, statusAt, lastAuthoritativeAt, lameSince, firstNoticeAt, removedAt }) => ({
      ...{
        host,
        status: asServerStatus(status),
        statusOn: statusAt,
        lastAuthoritativeOn: lastAuthoritativeAt,
        lameSince,
      },
      removalOn: removedAt === null ? removalDueAt({ firstNoticeAt }) : null,
      isPublished: removedAt === null,
    })),
    dsRecords: dsRecords.map(({ keyTag, algorithm, digestType, digest }) => ({
      keyTag,
      algorithm,
      digestType,
      digest,
    })),
  }));
}

/**
 * Whether addresses of this prefix can be resolved: every zone that it needs is delegated, and of each some server answers now.
 * The servers are really asked; call it before a transaction, not in one.
 */
export async function isReverseDelegated(context: ReadingContext, prefix: Prefix): Promise<boolean> {
  const block = await findBlockAround(context, prefix);
  const wanted = block === undefined ? [] : zonesAround(block.prefix, prefix);
  const [first] = wanted;
  if (first === undefined) return false;
  const delegated =
    wanted.length === 1
      ? await listDelegationsInside(context, first.prefix)
      : await listDelegationsInside(context, prefix);
  const names = new Set(wanted.map(({ name }) => name));
  const published = delegated
    .filter(({ zoneName }) => names.has(zoneName))
    .flatMap(({ zoneName, servers }) =>
      servers.filter(({ isPublished }) => isPublished).map(({ host }) => ({ zoneName, host })),
    );
  const zonesWithServer = new Set(published.map(({ zoneName }) => zoneName));
  if (zonesWithServer.size < names.size) return false;
  const answers = await askServers(context, published);
  const answered = new Set(answers.filter(({ status }) => status === "AA").map(({ zoneName }) => zoneName));
  return answered.size === names.size;
}
