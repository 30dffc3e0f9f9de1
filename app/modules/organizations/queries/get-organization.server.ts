// One organisation, all of them in short, and how many there are.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Organization, OrganizationLine } from "../domain/organization.ts";
import { asOrganization } from "../domain/organization-row.ts";

/** The organisation; throws when there is none. */
export async function getOrganization(context: ReadingContext, organizationId: string): Promise<Organization> {
  return asOrganization(await context.database.organization.findUniqueOrThrow({ where: { id: organizationId } }));
}

/** The organisation with this handle, however its letters were typed. */
export async function findOrganizationByHandle(
  context: ReadingContext,
  handle: string,
): Promise<Organization | undefined> {
  const row = await context.database.organization.findUnique({ where: { handle: handle.trim().toUpperCase() } });
  return row === null ? undefined : asOrganization(row);
}

/** These organisations in short (all of them when "all"), by handle. */
export async function listOrganizationLines(
  context: ReadingContext,
  organizationIds: readonly string[] | "all",
): Promise<OrganizationLine[]> {
  return context.database.organization.findMany({
    where: organizationIds === "all" ? {} : { id: { in: [...organizationIds] } },
    select: {
      id: true,
      handle: true,
      name: true,
      country: true,
      registry: true,
      opaqueId: true,
      isDemonstration: true,
    },
    orderBy: { handle: "asc" },
  });
}

export async function countOrganizations(context: ReadingContext): Promise<number> {
  return context.database.organization.count();
}
