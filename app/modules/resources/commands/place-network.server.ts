// Places a network into the tree, changes it, takes it out. Called inside the transaction of a command that has asked who may.
// Every prefix has at most one network; its parent is the smallest network around it, so two networks never lie across each other.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { formatPrefix, prefixKeys } from "#app/lib/ip-addresses/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { changesBetween, recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { Network, NetworkFields } from "../domain/network.ts";
import { asNetwork } from "../domain/network.ts";
import { stateOfNetwork } from "../domain/registration-state.ts";
import { findNetwork, findNetworkAround } from "../queries/networks.server.ts";
import { keepNetworkVersion } from "./keep-version.server.ts";

export interface NewNetwork extends Omit<NetworkFields, "geofeedUrl"> {
  readonly geofeedUrl?: string | null;
  readonly prefix: Prefix;
  readonly registeredOn: string;
}

export type PlaceNetworkRefusal = Refusal<"NETWORK_EXISTS" | "NETWORK_NOT_DELEGATED" | "NETWORK_CHANGED">;

/** Places a network below a direct one. What lies inside it already becomes its child. */
export async function placeNetwork(
  within: ContextWithin,
  { prefix, originAsn, ...fields }: NewNetwork,
): Promise<Result<Network, PlaceNetworkRefusal>> {
  await takeWritersLock(within);
  const around = await findNetworkAround(within, prefix);
  if (around === undefined) return refuse("NETWORK_NOT_DELEGATED", { prefix: formatPrefix(prefix) });
  if (around.prefix.length === prefix.length) return refuse("NETWORK_EXISTS", { prefix: formatPrefix(prefix) });
  const { startKey, endKey } = prefixKeys(prefix);
  const row = await within.database.network.create({
    data: {
      id: randomIdentifier(within.random),
      ...{ startKey, endKey, prefixLength: prefix.length, parentId: around.id, registry: around.registry },
      ...fields,
      originAsn: originAsn === null ? null : BigInt(originAsn),
      changedAt: within.clock.now(),
    },
  });
  await within.database.network.updateMany({
    where: { parentId: around.id, id: { not: row.id }, startKey: { gte: startKey }, endKey: { lte: endKey } },
    data: { parentId: row.id },
  });
  const network = asNetwork(row);
  await recordChange(within, "resources:network-registered", network, {}, stateOfNetwork(network));
  return ok(network);
}

/** Changes fields of a network; `version` is the one that the person saw. Nothing happens where nothing differs. */
export async function changeNetwork(
  within: ContextWithin,
  id: string,
  version: number,
  { originAsn, ...fields }: Partial<NetworkFields>,
): Promise<Result<Network, PlaceNetworkRefusal>> {
  await takeWritersLock(within);
  const before = await findNetwork(within, { id });
  if (before?.version !== version) return refuse("NETWORK_CHANGED");
  const wished = { ...before, ...fields, ...(originAsn === undefined ? {} : { originAsn }) };
  const changes = changesBetween(stateOfNetwork(before), stateOfNetwork(wished));
  if (changes.length === 0) return ok(before);
  await keepNetworkVersion(within, before, false);
  const row = await within.database.network.update({
    where: { id },
    data: {
      ...fields,
      ...(originAsn === undefined ? {} : { originAsn: originAsn === null ? null : BigInt(originAsn) }),
      changedAt: within.clock.now(),
      version: version + 1,
    },
  });
  const network = asNetwork(row);
  await recordChange(within, "resources:network-changed", network, stateOfNetwork(before), stateOfNetwork(network));
  return ok(network);
}

/** Takes a network out; what lay directly in it lies in its parent then. */
export async function withdrawNetwork(
  within: ContextWithin,
  id: string,
  version: number,
): Promise<Result<Network, PlaceNetworkRefusal>> {
  await takeWritersLock(within);
  const network = await findNetwork(within, { id });
  if (network?.version !== version) return refuse("NETWORK_CHANGED");
  await keepNetworkVersion(within, network, true);
  await within.database.network.updateMany({ where: { parentId: id }, data: { parentId: network.parentId } });
  await within.database.network.delete({ where: { id } });
  await recordChange(within, "resources:network-withdrawn", network, stateOfNetwork(network), {});
  return ok(network);
}

async function recordChange(
  within: ContextWithin,
  action: string,
  network: Network,
  before: Record<string, Json>,
  after: Record<string, Json>,
): Promise<void> {
  const none = Object.fromEntries(Object.keys(before).map((field) => [field, null]));
  await recordAudit(within, {
    action,
    subjectType: "network",
    subjectId: formatPrefix(network.prefix),
    changes: changesBetween(before, { ...none, ...after }),
  });
}
