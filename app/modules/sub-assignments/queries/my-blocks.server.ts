// The blocks of which the person who asks may give parts on, with how much of each is given.
import { addressesTaken, formatPrefix, prefixSize } from "#app/lib/ip-addresses/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { listOrganizationLines, listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import { listNetworksToGiveOn } from "#app/modules/resources/index.server.ts";
import { listTaken } from "./block.server.ts";

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
  const administered = await listOrganizationsOfContact(context, accountId, "administrative");
  const holderIds = administered.map(({ organization }) => organization.id);
  const blocks = await listNetworksToGiveOn(context, { technicalContactId: accountId, holderIds, limit: most });
  const holders = await listOrganizationLines(context, [...new Set(blocks.map((block) => block.organizationId))]);
  const nameOf = new Map(holders.map(({ id, name, handle }) => [id, `${name} (${handle})`]));
  const lines: BlockLine[] = [];
  for (const block of blocks) {
    const taken = await listTaken(context, block);
    const given = Number((addressesTaken(block.prefix, taken) * 1000n) / prefixSize(block.prefix));
    const holder = nameOf.get(block.organizationId) ?? "";
    lines.push({
      prefix: formatPrefix(block.prefix),
      holder,
      status: block.status,
      subAssignments: taken.length,
      given,
    });
  }
  return lines;
}
