// Searches of RDAP through the register in memory, page by page, over what the public may see. Source: RFC 9082 §3.2, RFC 9536, RFC 9910.
import { comparePrefixes, formatPrefix, prefixEnd } from "#app/lib/ip-addresses/index.ts";
import { searchable } from "#app/modules/organizations/index.ts";
import type { AutonomousSystem, Network } from "#app/modules/resources/index.ts";
import { writeAsn } from "#app/modules/resources/index.ts";
import type { DirectoryIndex } from "../directory-index.ts";
import type { PublicNetwork } from "../public-view.ts";
import {
  asPublicContact,
  asPublicOrganization,
  isPublicContact,
  isPublicOrganization,
  networksShownOf,
  publicNetwork,
  publicSystem,
  systemsShownOf,
} from "../public-view.ts";
import type { ReverseZone } from "../reverse-zones.ts";
import type { Pattern, RdapQuery } from "./rdap-query.ts";
import type { RdapObject, RdapSurroundings } from "./rdap-object.ts";
import { writeDomain, writeNameserver } from "./write-domain.ts";
import type { EmailWish } from "./write-entity.ts";
import { writeContact, writeOrganization } from "./write-entity.ts";
import { writeNetwork, writeSystem } from "./write-number-objects.ts";

/** One result, not written yet: a page writes only its own. */
export type Found = (surroundings: RdapSurroundings) => RdapObject;

type Search = Extract<RdapQuery, { readonly kind: "search" }>;
type ReverseSearch = Extract<RdapQuery, { readonly kind: "reverse-search" }>;

/** Everything that matches, in an order that stays. */
export function searchDirectory(index: DirectoryIndex, search: Search): Found[] {
  if (search.searched === "entities") return searchEntities(index, search);
  if (search.searched === "domains") return searchDomains(index, search);
  if (search.searched === "nameservers") return searchNameservers(index, search);
  const matches = matcher(search.pattern);
  if (search.searched === "ips") {
    const networks = [...index.networks()].filter((network) =>
      matches(network, search.by === "name" ? network.name : formatPrefix(network.prefix)),
    );
    return foundNetworks(index, networks);
  }
  // Why none by name: AS numbers of this register have no names.
  const systems =
    search.by === "name" ? [] : [...index.systems()].filter((system) => matches(system, writeAsn(system.asn)));
  return foundSystems(index, systems);
}

/** What names this organisation or person, as far as the public may join them. */
export function reverseSearch(index: DirectoryIndex, { searched, handle, role }: ReverseSearch): Found[] {
  const organization = index.organizationByHandle(handle);
  const contact = index.contactByHandle(handle);
  const ids = [organization?.id, contact?.accountId].filter((id) => id !== undefined);
  const held = contact === undefined ? [] : [...index.administeredBy(contact.accountId)].map(({ id }) => id);
  const all = [...new Set([...ids, ...held])];
  const asked = handle.toUpperCase();
  if (searched !== "autnums") {
    const networks = [...new Set(all.flatMap((id) => networksShownOf(index, id)))].filter((network) => {
      const { holder, technical, abuse } = publicNetwork(index, network);
      return hasRole(asked, role, { registrant: holder, administrative: holder?.administrative, technical, abuse });
    });
    return searched === "ips" ? foundNetworks(index, networks) : zonesOf(index, networks);
  }
  const systems = new Set(all.flatMap((id) => systemsShownOf(index, id)));
  return foundSystems(
    index,
    [...systems].filter((system) => {
      const { holder, routing, abuse } = publicSystem(index, system);
      const parts = { registrant: holder, administrative: holder?.administrative, technical: routing, abuse };
      return hasRole(asked, role, parts);
    }),
  );
}

/** The zones whose smallest network is one of these. */
function zonesOf(index: DirectoryIndex, networks: readonly Network[]): Found[] {
  const zones = networks.flatMap((network) =>
    index
      .zonesInside(network.prefix)
      .filter(({ prefix }) => index.tree.around(prefix.family, prefix.start, prefixEnd(prefix)) === network),
  );
  return zones.map((zone) => foundZone(index, zone));
}

function hasRole(
  handle: string,
  role: string | undefined,
  parts: Readonly<Record<string, { readonly handle: string } | undefined>>,
): boolean {
  return Object.entries(parts).some(
    ([name, part]) => part?.handle === handle && (role === undefined || role.toLowerCase() === name),
  );
}

function searchEntities(index: DirectoryIndex, { by, pattern }: Search): Found[] {
  const matches = matcher(pattern);
  const organizations = [...index.organizations()]
    .filter((organization) => matches(organization, by === "fn" ? organization.name : organization.handle))
    .filter((organization) => isPublicOrganization(index, organization))
    .sort((left, right) => compareText(left.handle, right.handle));
  const contacts = index
    .contacts()
    .filter((contact) => matches(contact, by === "fn" ? contact.name : contact.userId))
    .filter((contact) => isPublicContact(index, contact))
    .sort((left, right) => compareText(left.userId, right.userId));
  return [
    ...organizations.map(
      (organization): Found =>
        (surroundings) =>
          writeOrganization(surroundings, asPublicOrganization(index, organization), []),
    ),
    ...contacts.map(
      (contact): Found =>
        (surroundings) =>
          writeContact(surroundings, asPublicContact(contact), [], "without-email"),
    ),
  ];
}

function searchDomains(index: DirectoryIndex, { by, pattern }: Search): Found[] {
  const matches = matcher(pattern);
  return [...index.zones()]
    .filter((zone) =>
      by === "nsLdhName" ? publishedHosts(zone).some((host) => matches(zone, host)) : matches(zone, zone.zoneName),
    )
    .map((zone) => foundZone(index, zone));
}

export function foundZone(index: DirectoryIndex, zone: ReverseZone): Found {
  return (surroundings) => writeZone(index, zone, surroundings, "without-email");
}

function searchNameservers(index: DirectoryIndex, { pattern }: Search): Found[] {
  const matches = matcher(pattern);
  const hosts = new Set(
    [...index.zones()].flatMap((zone) => publishedHosts(zone).filter((host) => matches(zone, host))),
  );
  return [...hosts].sort(compareText).map((host) => (surroundings) => writeNameserver(surroundings, host));
}

/** A zone with the holder and the contacts of the network around it. */
export function writeZone(
  index: DirectoryIndex,
  zone: ReverseZone,
  surroundings: RdapSurroundings,
  wish: EmailWish,
): RdapObject {
  const network = networkAroundZone(index, zone);
  const relations = [
    ...(index.zonesAbove(zone.prefix).length > 0 ? ["rdap-up", "rdap-top"] : []),
    ...(index.zonesBelow(zone.prefix, "direct").length > 0 ? ["rdap-down", "rdap-bottom"] : []),
  ];
  return writeDomain(surroundings, zone, { network, relations }, wish);
}

export function networkAroundZone(index: DirectoryIndex, { prefix }: ReverseZone): PublicNetwork | undefined {
  const network = index.tree.around(prefix.family, prefix.start, prefixEnd(prefix));
  return network === undefined ? undefined : publicNetwork(index, network);
}

/** The servers that stand in the zone. */
export function publishedHosts({ servers }: ReverseZone): string[] {
  return servers.filter(({ isPublished }) => isPublished).map(({ host }) => host.toLowerCase());
}

export function foundNetworks(index: DirectoryIndex, networks: readonly Network[]): Found[] {
  return [...networks]
    .sort((left, right) => comparePrefixes(left.prefix, right.prefix))
    .map((network) => (surroundings) => writeNetwork(surroundings, publicNetwork(index, network), "without-email"));
}

export function foundSystems(index: DirectoryIndex, systems: readonly AutonomousSystem[]): Found[] {
  return [...systems]
    .sort((left, right) => left.asn - right.asn)
    .map((system) => (surroundings) => writeSystem(surroundings, publicSystem(index, system), "without-email"));
}

/** Letters with and without accents, great and small, are the same here. */
function matcher({ text, isBeginning }: Pattern): (row: object, candidate: string) => boolean {
  const wanted = searchable(text);
  return isBeginning
    ? (row, candidate) => spelling(row, candidate).startsWith(wanted)
    : (row, candidate) => spelling(row, candidate) === wanted;
}

/** Why kept: taking the accents off thousands of names costs more than comparing them. A row that changes is another row. */
const spellings = new WeakMap<object, Map<string, string>>();

function spelling(row: object, candidate: string): string {
  const known = spellings.get(row) ?? new Map<string, string>();
  const text = known.get(candidate) ?? searchable(candidate);
  spellings.set(row, known.set(candidate, text));
  return text;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
