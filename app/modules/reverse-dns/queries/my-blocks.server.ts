// The blocks whose reverse zones a person may delegate, each with how much of it is delegated and whether its servers answer.
import { formatPrefix, parseAddress, parsePrefix, prefixKeys } from "#app/lib/ip-addresses/index.ts";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { listOrganizationLines } from "#app/modules/organizations/index.server.ts";
import { findNetworkOfAddress, listManagedNetworks, mayManageNetwork } from "#app/modules/resources/index.server.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import type { Context, ReadingContext } from "#app/platform/context.server.ts";
import { linkToDelegations } from "../links.ts";
import { zoneLengthOf } from "../domain/zone-rules.ts";
import { findBlockAround } from "./block-around.server.ts";

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
  const blocks = await listManagedNetworks(context, context.actor.accountId, { isDirect: true, limit: blocksOnPage });
  const holders = await listOrganizationLines(context, [...new Set(blocks.map((block) => block.organizationId))]);
  const names = new Map(holders.map(({ id, name }) => [id, name]));
  const zones = await listZoneStates(
    context,
    blocks.map(({ prefix }) => prefix),
  );
  return blocks.map(({ prefix, organizationId }) => {
    const { startKey, endKey } = prefixKeys(prefix);
    const delegated = zones.filter((zone) => startKey <= zone.startKey && zone.endKey <= endKey);
    return {
      ...{ prefix: formatPrefix(prefix), to: linkToDelegations(prefix), holder: names.get(organizationId) ?? "" },
      ...{ zones: countZones(prefix), delegated: delegated.length },
      inTrouble: delegated.filter(({ isInTrouble }) => isInTrouble).length,
    };
  });
}

interface ZoneState {
  readonly startKey: string;
  readonly endKey: string;
  readonly isInTrouble: boolean;
}

/** The delegated zones inside any of these blocks, asked for at once. */
async function listZoneStates(context: ReadingContext, blocks: readonly Prefix[]): Promise<ZoneState[]> {
  const rows = await context.database.reverseDelegation.findMany({
    where: {
      OR: blocks.map((block) => {
        const { startKey, endKey } = prefixKeys(block);
        return { startKey: { gte: startKey, lte: endKey }, endKey: { lte: endKey } };
      }),
    },
    select: {
      ...{ startKey: true, endKey: true },
      servers: { where: { lameSince: { not: null } }, select: { id: true }, take: 1 },
    },
  });
  return rows.map(({ startKey, endKey, servers }) => ({ startKey, endKey, isInTrouble: servers.length > 0 }));
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
  return block !== undefined && (await mayManageNetwork(context, block)) ? linkToDelegations(block.prefix) : undefined;
}
