// Brings the direct networks and AS numbers of a registry in line with its holdings, by the thousand. Sub-assignments stay below
// the network around them while its holder stays; they end with it otherwise. Called inside the import's transaction.
import { formatPrefix, prefixHolds, prefixKeys } from "#app/lib/ip-addresses/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { insertRows } from "#app/platform/database/insert-rows.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { asAutonomousSystem } from "../domain/autonomous-system.ts";
import { compareRegistrations } from "../domain/compare-registrations.ts";
import type { DirectNetwork, DirectSystem, HoldingOfOrganization } from "../domain/direct-registrations.ts";
import { directNetworksOf, directSystemsOf } from "../domain/direct-registrations.ts";
import type { Network } from "../domain/network.ts";
import { asNetwork } from "../domain/network.ts";
import { listNetworksInside } from "../queries/networks.server.ts";
import { keepNetworkVersion, keepSystemVersion } from "./keep-version.server.ts";

const networkColumns = {
  id: "text",
  startKey: "text",
  endKey: "text",
  prefixLength: "integer",
  registry: "text",
  organizationId: "text",
  status: "text",
  technicalContactId: "text",
  abuseContactId: "text",
  registeredOn: "text",
  changedAt: "instant",
} as const;

const systemColumns = {
  id: "text",
  asn: "integer",
  registry: "text",
  organizationId: "text",
  status: "text",
  routingContactId: "text",
  abuseContactId: "text",
  registeredOn: "text",
  changedAt: "instant",
} as const;

/** How many direct networks and AS numbers were added, changed, removed. */
export interface ReconciledRegistrations {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

export async function reconcileRegistrations(
  within: ContextWithin,
  registry: string,
): Promise<ReconciledRegistrations> {
  const rows = await within.database.holding.findMany({ where: { registry } });
  const holdings = rows as HoldingOfOrganization[];
  const networks = await reconcileNetworks(within, registry, directNetworksOf(holdings));
  const systems = await reconcileSystems(within, registry, directSystemsOf(holdings));
  return {
    added: networks.added + systems.added,
    changed: networks.changed + systems.changed,
    removed: networks.removed + systems.removed,
  };
}

async function reconcileNetworks(
  within: ContextWithin,
  registry: string,
  wanted: readonly DirectNetwork[],
): Promise<ReconciledRegistrations> {
  const known = (await within.database.network.findMany({ where: { registry, parentId: null } })).map(asNetwork);
  const { added, changed, removed } = compareRegistrations<Network, DirectNetwork>(known, wanted, ({ prefix }) =>
    formatPrefix(prefix),
  );
  const changedAt = within.clock.now();
  // Why the removed go first, with what ends with them: a block that came back in another size may begin where they began, and what was
  // given on of them may now be a block of its own.
  const adopted: { readonly id: string; readonly by: DirectNetwork }[] = [];
  for (const network of removed) adopted.push(...(await removeDirect(within, network, added)));
  const rows = added.map(({ prefix, organizationId, ...registration }) => ({
    id: randomIdentifier(within.random),
    ...prefixKeys(prefix),
    prefixLength: prefix.length,
    ...{ registry, organizationId, changedAt, ...registration },
    technicalContactId: null,
    abuseContactId: null,
  }));
  await insertRows(within, "networks", networkColumns, rows);
  const idByPrefix = new Map(added.map(({ prefix }, index) => [formatPrefix(prefix), rows[index]?.id ?? ""]));
  for (const { id, by } of adopted) {
    const parentId = idByPrefix.get(formatPrefix(by.prefix)) ?? "";
    await within.database.network.update({ where: { id }, data: { parentId } });
  }
  for (const { before, after } of changed) {
    const hasNewHolder = before.organizationId !== after.organizationId;
    if (hasNewHolder) for (const each of await listNetworksInside(within, before.prefix)) await end(within, each);
    await keepNetworkVersion(within, before, false);
    const { prefix: _prefix, ...registration } = after;
    const ofNewHolder = { technicalContactId: null, abuseContactId: null, originAsn: null, geofeedUrl: null };
    await within.database.network.update({
      where: { id: before.id },
      data: { ...registration, ...(hasNewHolder ? ofNewHolder : {}), changedAt, version: before.version + 1 },
    });
  }
  return { added: added.length, changed: changed.length, removed: removed.length };
}

/**
 * Removes a direct network. What was directly inside it goes into the new one around it if that has the same holder (those are given);
 * otherwise it ends, with all that is inside it.
 */
async function removeDirect(
  within: ContextWithin,
  network: Network,
  added: readonly DirectNetwork[],
): Promise<{ readonly id: string; readonly by: DirectNetwork }[]> {
  const successors = added.filter(({ organizationId }) => organizationId === network.organizationId);
  const inside = await listNetworksInside(within, network.prefix);
  const adopted: { readonly id: string; readonly by: DirectNetwork }[] = [];
  for (const { id, prefix } of inside.filter(({ parentId }) => parentId === network.id)) {
    const by = successors.find((each) => each.prefix.length < prefix.length && prefixHolds(each.prefix, prefix));
    if (by !== undefined) adopted.push({ id, by });
    else for (const each of inside) if (prefixHolds(prefix, each.prefix)) await end(within, each);
  }
  await end(within, network);
  return adopted;
}

async function end(within: ContextWithin, network: Network): Promise<void> {
  await keepNetworkVersion(within, network, true);
  await within.database.network.delete({ where: { id: network.id } });
}

async function reconcileSystems(
  within: ContextWithin,
  registry: string,
  wanted: readonly DirectSystem[],
): Promise<ReconciledRegistrations> {
  const known = (await within.database.autonomousSystem.findMany({ where: { registry } })).map(asAutonomousSystem);
  const { added, changed, removed } = compareRegistrations(known, wanted, ({ asn }) => asn.toString());
  const changedAt = within.clock.now();
  for (const system of removed) {
    await keepSystemVersion(within, system, true);
    await within.database.autonomousSystem.delete({ where: { id: system.id } });
  }
  const rows = added.map((system) => ({
    id: randomIdentifier(within.random),
    ...{ registry, changedAt, ...system },
    routingContactId: null,
    abuseContactId: null,
  }));
  await insertRows(within, "autonomous_systems", systemColumns, rows);
  for (const { before, after } of changed) {
    await keepSystemVersion(within, before, false);
    const hasNewHolder = before.organizationId !== after.organizationId;
    const newContacts = hasNewHolder ? { routingContactId: null, abuseContactId: null } : {};
    const { asn: _asn, ...registration } = after;
    await within.database.autonomousSystem.update({
      where: { id: before.id },
      data: { ...registration, ...newContacts, changedAt, version: before.version + 1 },
    });
  }
  return { added: added.length, changed: changed.length, removed: removed.length };
}
