// Makes one person the technical (routing) and abuse contact of all that an organisation holds directly, and of what it keeps below that.
// Called inside the transaction of a command that has asked who may.
import type { ContextWithin } from "#app/platform/context.server.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import { takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { asAutonomousSystem, writeAsn } from "../domain/autonomous-system.ts";
import { asNetwork } from "../domain/network.ts";
import { changeAutonomousSystem } from "./change-autonomous-system.server.ts";
import { changeNetwork } from "./place-network.server.ts";

export interface HandedOver {
  /** "198.18.0.0/22", "AS64496". */
  readonly resources: readonly string[];
  /** Accounts that were named as contacts of one of them before, the new contact left out. */
  readonly formerContactIds: readonly string[];
}

/** What another's block gives to this organisation stays as that other has registered it. */
export async function handOverContacts(
  within: ContextWithin,
  { organizationId, accountId }: { readonly organizationId: string; readonly accountId: string },
): Promise<HandedOver> {
  await takeWritersLock(within);
  const networks = await ownNetworks(within, organizationId);
  const systems = (
    await within.database.autonomousSystem.findMany({ where: { organizationId }, orderBy: { asn: "asc" } })
  ).map(asAutonomousSystem);
  for (const { id, version } of networks) {
    expectOk(await changeNetwork(within, id, version, { technicalContactId: accountId, abuseContactId: accountId }));
  }
  for (const { asn, version } of systems) {
    expectOk(
      await changeAutonomousSystem(within, asn, version, { routingContactId: accountId, abuseContactId: accountId }),
    );
  }
  const former = [
    ...networks.flatMap(({ technicalContactId, abuseContactId }) => [technicalContactId, abuseContactId]),
    ...systems.flatMap(({ routingContactId, abuseContactId }) => [routingContactId, abuseContactId]),
  ].filter((id) => id !== null && id !== accountId);
  return {
    resources: [...networks.map(({ prefix }) => formatPrefix(prefix)), ...systems.map(({ asn }) => writeAsn(asn))],
    formerContactIds: [...new Set(former)].filter((id) => id !== null),
  };
}

/** Direct networks of the organisation, and those below them that it holds itself. */
async function ownNetworks(within: ContextWithin, organizationId: string) {
  const rows = await within.database.network.findMany({
    where: { organizationId },
    orderBy: [{ startKey: "asc" }, { prefixLength: "asc" }],
  });
  const own = new Set<string>();
  // Why one pass is enough: a network comes after the one around it.
  for (const { id, parentId } of rows) if (parentId === null || own.has(parentId)) own.add(id);
  return rows.filter(({ id }) => own.has(id)).map(asNetwork);
}
