// Organisations with everything that is kept about them and who answers for them, for a directory of all.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Organization } from "../domain/organization.ts";
import { asOrganization } from "../domain/organization-row.ts";

export interface OrganizationCard extends Organization {
  /** The account of the administrative contact; null where nobody is named. */
  readonly administrativeContactId: string | null;
}

/** The cards of these organisations, of all when "all"; unknown ones are left out. */
export async function listOrganizationCards(
  context: ReadingContext,
  organizationIds: readonly string[] | "all",
): Promise<OrganizationCard[]> {
  const ids = organizationIds === "all" ? {} : { in: [...organizationIds] };
  const rows = await context.database.organization.findMany({
    where: organizationIds === "all" ? {} : { id: ids },
  });
  const contacts = await context.database.organizationContact.findMany({
    where: { role: "administrative", ...(organizationIds === "all" ? {} : { organizationId: ids }) },
    select: { organizationId: true, accountId: true },
  });
  const administrative = new Map(contacts.map(({ organizationId, accountId }) => [organizationId, accountId]));
  return rows.map((row) => ({
    ...asOrganization(row),
    administrativeContactId: administrative.get(row.id) ?? null,
  }));
}
