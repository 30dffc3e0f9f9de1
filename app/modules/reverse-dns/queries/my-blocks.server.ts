// The blocks whose reverse zones a person may delegate, each with how much of it is delegated and whether its servers answer.
import { formatPrefix, parseAddress, parsePrefix, prefixKeys, prefixOfKey } from "#app/lib/ip-addresses/index.ts";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { listOrganizationLines } from "#app/modules/organizations/index.server.ts";
import { findNetworkOfAddress, listManagedNetworks, mayManageNetwork } from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import type { Context, ReadingContext } from "#app/platform/context.server.ts";
import { linkToDelegations } from "../links.ts";
import type { DelegatedRange, HeldRange } from "../domain/standing-delegation.ts";
import { networksAround } from "../domain/standing-delegation.ts";
import { zoneLengthOf } from "../domain/zone-rules.ts";
import { findBlockAround } from "./block-around.server.ts";
import { asHeldRange, partFewByStanding } from "./networks-across.server.ts";

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
  const zones = await listStandingZones(context, blocks);
  return blocks.map(({ prefix, organizationId }) => {
    const delegated = zones.get(prefixKeys(prefix).startKey) ?? [];
    return {
      ...{ prefix: formatPrefix(prefix), to: linkToDelegations(prefix), holder: names.get(organizationId) ?? "" },
      ...{ zones: countZones(prefix), delegated: delegated.length },
      inTrouble: delegated.filter(({ isInTrouble }) => isInTrouble).length,
    };
  });
}

interface ZoneState extends DelegatedRange {
  readonly isInTrouble: boolean;
}

/** The delegations that stand inside these blocks, by the key of the block's first address; asked for at once. */
async function listStandingZones(
  context: ReadingContext,
  blocks: readonly Network[],
): Promise<ReadonlyMap<string, readonly ZoneState[]>> {
  const placed = networksAround(await listZoneStates(context, blocks), blocks.map(asHeldRange));
  const doubtful = placed.filter(([zone, [block]]) => block === undefined || !isPlainlyOf(zone, block));
  const { gone } = await partFewByStanding(
    context,
    doubtful.map(([zone]) => zone),
  );
  const left = new Set(gone);
  const standing = new Map<string, ZoneState[]>(placed.map(([, [block]]) => [block?.startKey ?? "", []]));
  for (const [zone, [block]] of placed) if (!left.has(zone)) standing.get(block?.startKey ?? "")?.push(zone);
  return standing;
}

/** Made for the block's own holder, of the size that the block has: there is nothing more to ask. */
function isPlainlyOf(zone: ZoneState, block: HeldRange): boolean {
  const isOfHolder = zone.organizationId === null || zone.organizationId === block.organizationId;
  return isOfHolder && zone.prefixLength === zoneLengthOf(prefixOfKey(block.startKey, block.prefixLength));
}

async function listZoneStates(context: ReadingContext, blocks: readonly Network[]): Promise<ZoneState[]> {
  const rows = await context.database.reverseDelegation.findMany({
    where: {
      OR: blocks.map(({ prefix }) => {
        const { startKey, endKey } = prefixKeys(prefix);
        return { startKey: { gte: startKey, lte: endKey }, endKey: { lte: endKey } };
      }),
    },
    select: {
      ...{ startKey: true, endKey: true, prefixLength: true, organizationId: true },
      servers: { where: { lameSince: { not: null } }, select: { id: true }, take: 1 },
    },
  });
  return rows.map(({ servers, ...range }) => ({ ...range, isInTrouble: servers.length > 0 }));
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
