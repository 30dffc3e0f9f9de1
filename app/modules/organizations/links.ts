// The addresses of this module's pages.

/** The organisations that I act for. */
export function linkToMyOrganizations(): string {
  return "/my";
}

/** One of the organisations that I act for. */
export function linkToMyOrganization(handle: string): string {
  return `/my/organizations/${handle}`;
}

/** The register of organisations, at the desk. */
export function linkToOrganizations(): string {
  return "/staff/organizations";
}

/** One organisation, at the desk. */
export function linkToOrganization(handle: string): string {
  return `/staff/organizations/${handle}`;
}
