// Which organisations of the register may be chosen to receive a part of a block.
// Privacy: who holds nothing but residential networks is a person at home, whom only her own provider and staff find here.
import { findOrganizations, organizationPermissions } from "#app/modules/organizations/index.server.ts";
import type { OrganizationLine } from "#app/modules/organizations/index.ts";
import { listNetworksDirectlyIn, standingOfHolders } from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";

const mostFound = 10;

/** Some whose names have all these words; none for no words. */
export async function findRecipients(
  context: ReadingContext,
  block: Network,
  query: string,
): Promise<Pick<OrganizationLine, "handle" | "name" | "country">[]> {
  if (query === "") return [];
  const { organizations } = await findOrganizations(context, { query, isByNameOnly: true, pageSize: mostFound * 2 });
  const shown = await leaveOutHomes(
    context,
    block,
    organizations.map(({ id }) => id),
  );
  return organizations
    .filter(({ id }) => shown.has(id))
    .slice(0, mostFound)
    .map(({ handle, name, country }) => ({ handle, name, country }));
}

/** Those of the organisations that may be chosen. */
export async function leaveOutHomes(
  context: ReadingContext,
  block: Network,
  organizationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (isPermitted(context.actor, organizationPermissions, "organizations:read-all")) return new Set(organizationIds);
  const standings = await standingOfHolders(context, organizationIds);
  const hasHomes = [...standings.values()].some((standing) => standing === "residential");
  if (!hasHomes) return new Set(organizationIds);
  const own = new Set((await listNetworksDirectlyIn(context, [block.id])).map(({ organizationId }) => organizationId));
  return new Set<string>(organizationIds.filter((id) => standings.get(id) !== "residential" || own.has(id)));
}
