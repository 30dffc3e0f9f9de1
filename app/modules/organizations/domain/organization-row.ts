// Rows as other modules and pages see them.
import type { Organization, OrganizationLine } from "./organization.ts";

type OrganizationRow = Organization & { readonly searchText: string };

export function asOrganizationLine(row: OrganizationLine): OrganizationLine {
  const { id, handle, name, country, registry, opaqueId, isDemonstration } = row;
  return { id, handle, name, country, registry, opaqueId, isDemonstration };
}

export function asOrganization({ searchText: _searchText, ...organization }: OrganizationRow): Organization {
  return organization;
}
