// A block of which parts are given on, for whoever manages it, and what is taken of it.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { findNetwork, listNetworksDirectlyIn, requireNetworkManager } from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

/** The block that is exactly this prefix, for who may give parts of it on; undefined where there is none. */
export async function findBlock(context: ReadingContext, prefix: Prefix): Promise<Network | undefined> {
  const block = await findNetwork(context, { prefix });
  if (block !== undefined) await requireNetworkManager(context, block);
  return block;
}

/** What is taken of the block, without the network of this id. */
export async function listTaken(context: ReadingContext, block: Network, exceptId?: string): Promise<Prefix[]> {
  const inside = await listNetworksDirectlyIn(context, [block.id]);
  return inside.filter(({ id }) => id !== exceptId).map(({ prefix }) => prefix);
}
