// The networks that say whether the delegations of a prefix stand: those around it and those inside it.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { prefixKeys, prefixOfKey } from "#app/lib/ip-addresses/index.ts";
import { findNetwork, findNetworkAround, listNetworksInside } from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { DelegatedRange, HeldRange } from "../domain/standing-delegation.ts";
import { partByStanding } from "../domain/standing-delegation.ts";

export async function listNetworksAcross(context: ReadingContext, prefix: Prefix): Promise<HeldRange[]> {
  const inside = await listNetworksInside(context, prefix);
  return [...(await listNetworksAround(context, prefix)), ...inside.map(asHeldRange)];
}

/** A few delegations, parted by the register as it is now. */
export async function partFewByStanding<Zone extends DelegatedRange>(
  context: ReadingContext,
  zones: readonly Zone[],
): Promise<{ readonly standing: Zone[]; readonly gone: Zone[] }> {
  const networks = new Map<string, HeldRange>();
  for (const { startKey, prefixLength } of zones) {
    for (const network of await listNetworksAround(context, prefixOfKey(startKey, prefixLength)))
      networks.set(`${network.startKey}/${network.prefixLength}`, network);
  }
  return partByStanding(zones, [...networks.values()]);
}

/** The prefix itself too, where it is a network. */
async function listNetworksAround(context: ReadingContext, prefix: Prefix): Promise<HeldRange[]> {
  const networks: HeldRange[] = [];
  let around = await findNetworkAround(context, prefix);
  while (around !== undefined) {
    networks.push(asHeldRange(around));
    around = around.parentId === null ? undefined : await findNetwork(context, { id: around.parentId });
  }
  return networks;
}

/** A network by its keys. */
export function asHeldRange({ prefix, organizationId }: Network): HeldRange {
  return { ...prefixKeys(prefix), prefixLength: prefix.length, organizationId };
}
