// A sub-assignment with the block around it, for who may change it.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { findNetwork, requireNetworkManager } from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

export interface SubAssignment {
  readonly block: Network;
  readonly network: Network;
}

/** Undefined where the prefix is no network below another; throws where the person does not manage the block around it. */
export async function findSubAssignment(context: ReadingContext, prefix: Prefix): Promise<SubAssignment | undefined> {
  const network = await findNetwork(context, { prefix });
  if (network?.parentId === null || network === undefined) return undefined;
  const block = await findNetwork(context, { id: network.parentId });
  if (block === undefined) return undefined;
  await requireNetworkManager(context, block);
  return { block, network };
}
