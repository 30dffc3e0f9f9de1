// Asks the servers of the delegated zones of a prefix now, as the rest of the Internet would. Nothing is written.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { AskedServer } from "./ask-servers.server.ts";
import { askServers } from "./ask-servers.server.ts";
import { listDelegationsInside } from "./delegations.server.ts";

/** Those that were taken out are not asked: they are not in the zone files. */
export async function askDelegated(context: Context, prefix: Prefix): Promise<AskedServer[]> {
  const zones = await listDelegationsInside(context, prefix);
  const wishes = zones.flatMap(({ zoneName, servers }) =>
    servers.filter(({ isPublished }) => isPublished).map(({ host }) => ({ zoneName, host })),
  );
  return askServers(context, wishes);
}
