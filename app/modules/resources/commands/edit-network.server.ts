// Changes what a network is called, which AS number announces it, and where its geofeed file is: words for readers of the directory,
// without effect on routing.
// Source: MiLACNIC questions and answers, "specify the ASN from which the IP address block will be announced (for information purposes)".
import type { Result } from "#app/lib/result/index.ts";
import { refuse } from "#app/lib/result/index.ts";
import { takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Network } from "../domain/network.ts";
import { findNetwork } from "../queries/networks.server.ts";
import { requireNetworkManager } from "../queries/standing.server.ts";
import type { PlaceNetworkRefusal } from "./place-network.server.ts";
import { changeNetwork } from "./place-network.server.ts";

export interface EditNetworkInput {
  readonly networkId: string;
  /** The version that the person saw. */
  readonly version: number;
  readonly name: string;
  readonly originAsn: number | null;
  readonly geofeedUrl: string | null;
}

/** For who manages the network. */
export async function editNetwork(
  context: Context,
  { networkId, version, ...fields }: EditNetworkInput,
): Promise<Result<Network, PlaceNetworkRefusal>> {
  return inTransaction(context, async (within) => {
    await takeWritersLock(within);
    const network = await findNetwork(within, { id: networkId });
    if (network === undefined) return refuse("NETWORK_CHANGED");
    await requireNetworkManager(within, network);
    return changeNetwork(within, networkId, version, fields);
  });
}
