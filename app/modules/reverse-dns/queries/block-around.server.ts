// The block of the registry in which a prefix lies: whoever manages it delegates its zones.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { findNetwork, findNetworkAround } from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

/** The direct network around the prefix: what the registry itself gave out. */
export async function findBlockAround(context: ReadingContext, prefix: Prefix): Promise<Network | undefined> {
  let network = await findNetworkAround(context, prefix);
  while (network !== undefined && network.parentId !== null) {
    network = await findNetwork(context, { id: network.parentId });
  }
  return network;
}
