// Who acts for which organisation, seen from both sides, and who may edit it.
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { isPermitted, NotPermitted } from "#app/platform/permissions/actor.ts";
import type { ContactRole } from "../domain/contact-roles.ts";
import { contactRoles, isContactRole, mayEditOrganization } from "../domain/contact-roles.ts";
import type { ActedFor, Contact } from "../domain/organization.ts";
import type { OrganizationPermission } from "../module.ts";
import { permissions } from "../module.ts";
import { asOrganizationLine } from "../domain/organization-row.ts";

/** The contacts of these organisations (of all when "all"), in the order administrative, billing, membership. */
export async function listContactsOf(
  context: ReadingContext,
  organizationIds: readonly string[] | "all",
  role?: ContactRole,
): Promise<Contact[]> {
  const rows = await context.database.organizationContact.findMany({
    where: {
      ...(organizationIds === "all" ? {} : { organizationId: { in: [...organizationIds] } }),
      ...(role === undefined ? {} : { role }),
    },
    select: { organizationId: true, role: true, accountId: true, since: true },
  });
  const people = await listAccounts(
    context,
    rows.map((row) => row.accountId),
  );
  const accounts = new Map(people.map((account) => [account.accountId, account]));
  const contacts = rows.flatMap(({ organizationId, role: word, since, accountId }): Contact[] => {
    const account = accounts.get(accountId);
    if (account === undefined || !isContactRole(word)) return [];
    const { userId, name, email, language } = account;
    return [{ organizationId, role: word, since, accountId, userId, name, email, language }];
  });
  return contacts.sort((left, right) => contactRoles.indexOf(left.role) - contactRoles.indexOf(right.role));
}

/** The organisations for which a person acts (in one role, or any), by name. */
export async function listOrganizationsOfContact(
  context: ReadingContext,
  accountId: string,
  role?: ContactRole,
): Promise<ActedFor[]> {
  const rows = await context.database.organizationContact.findMany({
    where: { accountId, ...(role === undefined ? {} : { role }) },
    include: { organization: true },
  });
  const found = new Map<string, { organization: ActedFor["organization"]; roles: ContactRole[] }>();
  for (const row of rows) {
    const entry = found.get(row.organizationId) ?? { organization: asOrganizationLine(row.organization), roles: [] };
    if (isContactRole(row.role)) entry.roles.push(row.role);
    found.set(row.organizationId, entry);
  }
  return [...found.values()].sort((left, right) => left.organization.name.localeCompare(right.organization.name, "es"));
}

/** The roles that a person has in one organisation; none for strangers. */
export async function rolesOfPersonIn(
  context: ReadingContext,
  accountId: string,
  organizationId: string,
): Promise<ContactRole[]> {
  const rows = await context.database.organizationContact.findMany({
    where: { accountId, organizationId },
    select: { role: true },
  });
  return rows.map((row) => row.role).filter(isContactRole);
}

/** Throws unless the actor is the organisation's administrative contact or holds the permission. */
export async function requireEditor(
  context: ReadingContext,
  organizationId: string,
  permission: OrganizationPermission,
): Promise<void> {
  const { actor } = context;
  if (isPermitted(actor, permissions, permission)) return;
  const own = actor.kind === "person" ? await rolesOfPersonIn(context, actor.accountId, organizationId) : [];
  if (!mayEditOrganization(own)) throw new NotPermitted(permission, actor);
}
