// The blocks of which the person who asks may give parts on, with how much of each is given.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { addressesTaken, formatPrefix, prefixSize } from "#app/lib/ip-addresses/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { listOrganizationLines } from "#app/modules/organizations/index.server.ts";
import { listManagedNetworks, listNetworksDirectlyIn } from "#app/modules/resources/index.server.ts";
import { distributable } from "../domain/range.ts";

export interface BlockLine {
  readonly prefix: string;
  readonly holder: string;
  readonly status: string;
  readonly subAssignments: number;
  /** Tenths of a percent. */
  readonly given: number;
}

const most = 200;

export async function listMyBlocks(context: PersonContext): Promise<BlockLine[]> {
  const { accountId } = context.actor;
  const blocks = await listManagedNetworks(context, accountId, { statuses: distributable, limit: most });
  const holders = await listOrganizationLines(context, [...new Set(blocks.map((block) => block.organizationId))]);
  const nameOf = new Map(holders.map(({ id, name, handle }) => [id, `${name} (${handle})`]));
  const ids = blocks.map(({ id }) => id);
  const taken = new Map<string | null, Prefix[]>(ids.map((id) => [id, []]));
  for (const { parentId, prefix } of await listNetworksDirectlyIn(context, ids)) taken.get(parentId)?.push(prefix);
  return blocks.map(({ id, prefix, status, organizationId }) => {
    const inside = taken.get(id) ?? [];
    return {
      ...{ prefix: formatPrefix(prefix), holder: nameOf.get(organizationId) ?? "", status },
      ...{ subAssignments: inside.length },
      given: Number((addressesTaken(prefix, inside) * 1000n) / prefixSize(prefix)),
    };
  });
}
