// The blocks whose reverse zones a person may delegate, each with how much of it is delegated and whether its servers answer.
import { formatPrefix, parseAddress, parsePrefix } from "#app/lib/ip-addresses/index.ts";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { listOrganizationCards, listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import { findNetworkOfAddress, listBlocksOfContact } from "#app/modules/resources/index.server.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { linkToDelegations } from "../links.ts";
import { zoneLengthOf } from "../domain/zone-rules.ts";
import { findBlockAround, mayDelegate } from "./block-around.server.ts";
import { listDelegationsInside } from "./delegations.server.ts";

export const blocksOnPage = 200;

export interface BlockLine {
  readonly prefix: string;
  readonly to: string;
  readonly holder: string;
  /** How many zones it has; 0 where it is too small to have one. */
  readonly zones: number;
  readonly delegated: number;
  /** Zones of which a server does not answer, or was taken out. */
  readonly inTrouble: number;
}

export async function listMyBlocks(context: PersonContext): Promise<BlockLine[]> {
  const { accountId } = context.actor;
  const actedFor = await listOrganizationsOfContact(context, accountId, "administrative");
  const organizationIds = actedFor.map(({ organization }) => organization.id);
  const blocks = await listBlocksOfContact(context, { accountId, organizationIds, limit: blocksOnPage });
  const holders = await listOrganizationCards(context, [...new Set(blocks.map((block) => block.organizationId))]);
  const names = new Map(holders.map(({ id, name }) => [id, name]));
  const lines: BlockLine[] = [];
  for (const { prefix, organizationId } of blocks) {
    const delegated = await listDelegationsInside(context, prefix);
    const inTrouble = delegated.filter(({ servers }) => servers.some((each) => each.lameSince !== null));
    lines.push({
      ...{ prefix: formatPrefix(prefix), to: linkToDelegations(prefix), holder: names.get(organizationId) ?? "" },
      ...{ zones: countZones(prefix), delegated: delegated.length, inTrouble: inTrouble.length },
    });
  }
  return lines;
}

/** How many zones delegate the whole block. */
export function countZones(block: Prefix): number {
  const length = zoneLengthOf(block);
  return length === undefined ? 0 : 2 ** Math.max(0, length - block.length);
}

/** The page of the block in which what was typed lies, an address or a prefix; undefined where the person has no business there. */
export async function findPageOfBlock(context: Context, typed: string): Promise<string | undefined> {
  const text = typed.trim();
  const prefix = parsePrefix(text);
  const address = parseAddress(text);
  const network = address === undefined ? undefined : await findNetworkOfAddress(context, address);
  const wanted = prefix ?? network?.prefix;
  const block = wanted === undefined ? undefined : await findBlockAround(context, wanted);
  return block !== undefined && (await mayDelegate(context, block)) ? linkToDelegations(block.prefix) : undefined;
}
