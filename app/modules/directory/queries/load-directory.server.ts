// Reads the register into memory: whole at the beginning, and afterwards only what the audit log says has changed.
import { parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { listContactCards } from "#app/modules/accounts/index.server.ts";
import type { ChangedSubject } from "#app/modules/audit-log/index.server.ts";
import { listOrganizationCards } from "#app/modules/organizations/index.server.ts";
import { findAutonomousSystem, findNetwork, readWholeRegister } from "#app/modules/resources/index.server.ts";
import { parseAsn } from "#app/modules/resources/index.ts";
import { listDelegationsInside } from "#app/modules/reverse-dns/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { DirectoryIndex } from "../domain/directory-index.ts";
import type { ReverseZone } from "../domain/reverse-zones.ts";

export async function loadDirectory(context: ReadingContext): Promise<DirectoryIndex> {
  const { networks, systems } = await readWholeRegister(context);
  const organizations = await listOrganizationCards(context, "all");
  const named = [
    ...organizations.map(({ administrativeContactId }) => administrativeContactId),
    ...networks.flatMap(({ technicalContactId, abuseContactId }) => [technicalContactId, abuseContactId]),
    ...systems.flatMap(({ routingContactId, abuseContactId }) => [routingContactId, abuseContactId]),
  ];
  const contacts = await listContactCards(
    context,
    named.filter((id) => id !== null),
  );
  return new DirectoryIndex({ networks, systems, organizations, contacts, zones: await listAllZones(context) });
}

async function listAllZones(context: ReadingContext): Promise<ReverseZone[]> {
  return [
    ...(await listDelegationsInside(context, { family: "ipv4", start: 0n, length: 0 })),
    ...(await listDelegationsInside(context, { family: "ipv6", start: 0n, length: 0 })),
  ];
}

/** Whether an act wrote so much at once that everything is read anew. */
export function isWholesale({ action }: ChangedSubject): boolean {
  return action === "resources:register-imported" || action.endsWith("-in-bulk");
}

/** Reads anew what these entries are about. Each thing is read as it is now, so reading it twice does no harm. */
export async function refreshDirectory(
  context: ReadingContext,
  index: DirectoryIndex,
  changed: readonly ChangedSubject[],
): Promise<void> {
  const subjects = new Map(changed.map((entry) => [`${entry.subjectType} ${entry.subjectId}`, entry]));
  for (const { subjectType, subjectId } of subjects.values()) {
    if (subjectType === "network") await refreshNetwork(context, index, subjectId);
    else if (subjectType === "autonomous-system") await refreshSystem(context, index, subjectId);
    else if (subjectType === "reverse-delegations") await refreshZones(context, index, subjectId);
    else if (subjectType === "reverse-dns") index.putZones(undefined, await listAllZones(context));
    else if (subjectType === "organization") await refreshOrganization(context, index, subjectId);
    else if (subjectType === "account" && index.follows(subjectId)) {
      await refreshContacts(context, index, [subjectId]);
    }
  }
}

async function refreshNetwork(context: ReadingContext, index: DirectoryIndex, text: string): Promise<void> {
  const prefix = parsePrefix(text);
  if (prefix === undefined) return;
  const network = await findNetwork(context, { prefix });
  if (network !== undefined) {
    await refreshMissing(context, index, [network.technicalContactId, network.abuseContactId]);
    if (index.organization(network.organizationId) === undefined) {
      await refreshOrganization(context, index, network.organizationId);
    }
  }
  index.putNetwork(prefix, network);
  // Why: with its holder the delegations go that were made for it.
  index.putZones(prefix, await listDelegationsInside(context, prefix));
}

async function refreshZones(context: ReadingContext, index: DirectoryIndex, text: string): Promise<void> {
  const prefix = parsePrefix(text);
  if (prefix !== undefined) index.putZones(prefix, await listDelegationsInside(context, prefix));
}

async function refreshSystem(context: ReadingContext, index: DirectoryIndex, text: string): Promise<void> {
  const asn = parseAsn(text);
  if (asn === undefined) return;
  const system = await findAutonomousSystem(context, asn);
  if (system !== undefined) await refreshMissing(context, index, [system.routingContactId, system.abuseContactId]);
  index.putSystem(asn, system);
}

async function refreshOrganization(context: ReadingContext, index: DirectoryIndex, id: string): Promise<void> {
  const [organization] = await listOrganizationCards(context, [id]);
  if (organization !== undefined) await refreshMissing(context, index, [organization.administrativeContactId]);
  index.putOrganization(id, organization);
}

async function refreshMissing(
  context: ReadingContext,
  index: DirectoryIndex,
  accountIds: readonly (string | null)[],
): Promise<void> {
  const missing = accountIds.filter((id) => id !== null).filter((id) => !index.follows(id));
  if (missing.length > 0) await refreshContacts(context, index, missing);
}

async function refreshContacts(
  context: ReadingContext,
  index: DirectoryIndex,
  accountIds: readonly string[],
): Promise<void> {
  const cards = new Map((await listContactCards(context, accountIds)).map((card) => [card.accountId, card]));
  for (const id of accountIds) index.putContact(id, cards.get(id));
}
