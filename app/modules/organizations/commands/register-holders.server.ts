// Writes the holders of a register by the thousand: organisations known by an opaque id, with invented contacts.
// Called inside the import's transaction, which writes the one audit entry for all of them.
import type { ContextWithin } from "#app/platform/context.server.ts";
import { insertRows } from "#app/platform/database/insert-rows.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { ContactRole } from "../domain/contact-roles.ts";
import { handleOf, handleStem } from "../domain/handle.ts";
import { searchTextOf } from "../domain/search-text.ts";
import { permissions } from "../module.ts";
import { handleSuffix } from "../queries/handle-suffix.server.ts";

/** A holder that the register names for the first time. */
export interface NewHolder {
  readonly registry: string;
  readonly opaqueId: string;
  readonly name: string;
  readonly country: string;
  /** Whether the name is invented. */
  readonly isDemonstration: boolean;
  readonly contacts: Readonly<Record<ContactRole, string>>;
}

const organizationColumns = {
  id: "text",
  handle: "text",
  name: "text",
  country: "text",
  registry: "text",
  opaqueId: "text",
  isDemonstration: "boolean",
  createdAt: "instant",
  searchText: "text",
} as const;
const contactColumns = {
  id: "text",
  organizationId: "text",
  accountId: "text",
  role: "text",
  since: "instant",
} as const;

/** Creates the organisations; gives their ids by opaque id. The handle ends in the opaque id, so it is the same in every installation. */
export async function registerHoldersInBulk(
  within: ContextWithin,
  holders: readonly NewHolder[],
): Promise<Map<string, string>> {
  requirePermission(within.actor, permissions, "organizations:create");
  const suffix = await handleSuffix(within);
  const taken = await listHandles(within);
  const createdAt = within.clock.now();
  const organizations = holders.map(({ registry, opaqueId, name, country, isDemonstration }) => {
    const handle = freeHandle(country, name, opaqueId, suffix, taken);
    const id = randomIdentifier(within.random);
    const searchText = searchTextOf({ handle, name, country });
    return { id, handle, name, country, registry, opaqueId, isDemonstration, createdAt, searchText };
  });
  const idByOpaqueId = new Map(organizations.map(({ opaqueId, id }) => [opaqueId, id]));
  const contacts = holders.flatMap((holder) =>
    Object.entries(holder.contacts).map(([role, accountId]) => ({
      id: randomIdentifier(within.random),
      organizationId: idByOpaqueId.get(holder.opaqueId) ?? "",
      role,
      accountId,
      since: createdAt,
    })),
  );
  await insertRows(within, "organizations", organizationColumns, organizations);
  await insertRows(within, "organization_contacts", contactColumns, contacts);
  return idByOpaqueId;
}

/** What a register says of a holder that is known already. */
export interface HolderFacts {
  /** Absent: this register does not know a name. */
  readonly name?: string;
  readonly country: string;
}

/** Brings holders up to date: the country, and a real name in the place of an invented one. Gives how many changed. */
export async function updateHoldersInBulk(
  within: ContextWithin,
  registry: string,
  facts: ReadonlyMap<string, HolderFacts>,
): Promise<number> {
  requirePermission(within.actor, permissions, "organizations:edit-any");
  const known = await within.database.organization.findMany({
    where: { registry, opaqueId: { not: null } },
    select: { id: true, handle: true, name: true, country: true, opaqueId: true, isDemonstration: true },
  });
  let changed = 0;
  for (const { id, opaqueId, ...organization } of known) {
    const fact = facts.get(opaqueId ?? "");
    if (fact === undefined) continue;
    // Why only invented names: a name that a person wrote stays.
    const isNamed = organization.isDemonstration && fact.name !== undefined;
    if (!isNamed && fact.country === organization.country) continue;
    const name = isNamed && fact.name !== undefined ? fact.name : organization.name;
    const { country } = fact;
    const searchText = searchTextOf({ handle: organization.handle, name, country });
    const isDemonstration = organization.isDemonstration && !isNamed;
    await within.database.organization.update({ where: { id }, data: { name, country, isDemonstration, searchText } });
    changed += 1;
  }
  return changed;
}

function freeHandle(country: string, name: string, opaqueId: string, suffix: string, taken: Set<string>): string {
  const number = /^[1-9][0-9]{0,6}$/.test(opaqueId) ? Number(opaqueId) : 1;
  for (let offset = 0; ; offset += 1) {
    const handle = handleOf(country, handleStem(name), number + offset, suffix);
    if (taken.has(handle)) continue;
    taken.add(handle);
    return handle;
  }
}

async function listHandles(within: ContextWithin): Promise<Set<string>> {
  const rows = await within.database.organization.findMany({ select: { handle: true } });
  return new Set(rows.map((row) => row.handle));
}
