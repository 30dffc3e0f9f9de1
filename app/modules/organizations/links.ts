// The addresses of this module's pages, and of the pages about one organisation.
import type { ContactRole } from "./domain/contact-roles.ts";

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

/** Adding an organisation by hand. */
export function linkToNewOrganization(): string {
  return "/staff/organizations/new";
}

/** What was found, as a file. */
export function linkToOrganizationsFile(query: string): string {
  return `/staff/organizations/export.csv${query === "" ? "" : `?query=${encodeURIComponent(query)}`}`;
}

/** Changing what is kept about an organisation: its administrative contact and staff. */
export function linkToEditOrganization(handle: string): string {
  return `/organizations/${handle}/edit`;
}

/** Naming another contact: the administrative contact and staff. */
export function linkToSetContact(handle: string, role: ContactRole): string {
  return `/organizations/${handle}/contacts/${role}`;
}
