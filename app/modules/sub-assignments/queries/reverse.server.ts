// Whether reverse resolution works where a range would be given on. Asked before the transaction: name servers may take seconds.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { prefixHolds } from "#app/lib/ip-addresses/index.ts";
import { findNetwork, findNetworkAround } from "#app/modules/resources/index.server.ts";
import { isReverseDelegated, listDelegationsInside } from "#app/modules/reverse-dns/index.server.ts";
import { writeDsRecord } from "#app/modules/reverse-dns/index.ts";
import type { Context, ReadingContext } from "#app/platform/context.server.ts";
import { needsReverse } from "../domain/range.ts";
import { findBlock } from "./block.server.ts";

/** True where the range does not need it; otherwise what the name servers of its zone say now. */
export async function asksReverse(context: Context, block: Prefix, range: Prefix): Promise<boolean> {
  if (!needsReverse(range)) return true;
  // Why first: strangers make no name server answer.
  if ((await findBlock(context, block)) === undefined) return false;
  return isReverseDelegated(context, range);
}

/** A reverse zone in which addresses of a range lie, with its lines of the zone file. */
export interface ZoneLine {
  readonly zoneName: string;
  readonly records: readonly string[];
}

/**
 * The delegated zones of the range, of the direct block that it lies in. Those that were delegated for the customer end with a return or
 * a transfer; the provider's own stay.
 */
export async function listZonesOf(context: ReadingContext, range: Prefix): Promise<ZoneLine[]> {
  let network = await findNetworkAround(context, range);
  while (network !== undefined && network.parentId !== null) {
    network = await findNetwork(context, { id: network.parentId });
  }
  const zones = network === undefined ? [] : await listDelegationsInside(context, network.prefix);
  return zones
    .filter(({ prefix }) => prefixHolds(prefix, range) || prefixHolds(range, prefix))
    .map(({ zoneName, servers, dsRecords }) => ({
      zoneName,
      records: [
        ...servers.filter(({ isPublished }) => isPublished).map(({ host }) => `NS ${host}.`),
        ...dsRecords.map((record) => `DS ${writeDsRecord(record)}`),
      ],
    }));
}
