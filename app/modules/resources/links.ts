// The addresses of this module's pages.
import type { ResourceContactRole } from "./domain/resource-contact-role.ts";

/** The register of resources, at the desk. */
export function linkToRegister(): string {
  return "/staff/register";
}

/** All networks and AS numbers of the register, at the desk. */
export function linkToAllResources(query = ""): string {
  return `/staff/resources${asQuery(query)}`;
}

/** Another holder or status of a block or AS number, at the desk: "198.18.0.0/22", "AS64496". */
export function linkToChangeDelegation(resource: string): string {
  return `/staff/resources/${resource.replace("/", "-")}/holder`;
}

/** The networks and AS numbers that I manage. */
export function linkToMyResources(query = ""): string {
  return `/my/resources${asQuery(query)}`;
}

/** The same as a file. */
export function linkToMyResourcesFile(query: string): string {
  return `/my/resources/export.csv${asQuery(query)}`;
}

/** One network. */
export function linkToNetwork(networkId: string): string {
  return `/my/resources/${networkId}`;
}

/** Changing its name and the AS number that announces it. */
export function linkToEditNetwork(networkId: string): string {
  return `/my/resources/${networkId}/edit`;
}

/** Naming another contact of a network. */
export function linkToNetworkContact(networkId: string, role: ResourceContactRole): string {
  return `/my/resources/${networkId}/contacts/${role}`;
}

/** One AS number. */
export function linkToAutonomousSystem(asn: number): string {
  return `/my/autonomous-systems/${asn}`;
}

/** Naming another contact of an AS number. */
export function linkToSystemContact(asn: number, role: ResourceContactRole): string {
  return `/my/autonomous-systems/${asn}/contacts/${role}`;
}

/** Suggests people to whoever may name a contact of a resource. */
export function linkToPeopleForResources(): string {
  return "/my/resources/people";
}

function asQuery(query: string): string {
  return query === "" ? "" : `?query=${encodeURIComponent(query)}`;
}
