// What the public may see of the register: the one place that decides it, for WHOIS, RDAP and the page alike.
// Source: policy manual §2.3: every network and AS number with its holder and its contacts, except customers who are residential:
// of them the service area and the provider's own data. Billing and membership contacts are nobody's business.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import type { AutonomousSystem, Network } from "#app/modules/resources/index.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import { oncePer } from "./once-per.ts";
import type { ContactCard, OrganizationCard } from "./register-rows.ts";
import type { ReverseRange } from "./reverse-zones.ts";
import { joinZones } from "./reverse-zones.ts";

export interface PublicContact {
  readonly handle: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: Date;
}

export interface PublicOrganization {
  readonly handle: string;
  readonly name: string;
  readonly country: string;
  readonly street: string;
  readonly city: string;
  readonly postalCode: string;
  readonly phone: string;
  readonly createdAt: Date;
  /** Answers for the organisation. */
  readonly administrative: PublicContact | undefined;
}

/** What a network and an AS number have in common. */
export interface PublicRegistration {
  readonly status: string;
  readonly holder: PublicOrganization | undefined;
  readonly abuse: PublicContact | undefined;
  /** YYYY-MM-DD; "" where the register does not say. */
  readonly registeredOn: string;
  readonly changedAt: Date;
}

export interface PublicNetwork extends PublicRegistration {
  readonly prefix: Prefix;
  readonly name: string;
  readonly originAsn: number | null;
  /** Where its holder says where the addresses are used (RFC 8805). */
  readonly geofeedUrl: string | null;
  readonly technical: PublicContact | undefined;
  /** The network around it. */
  readonly parent: Prefix | undefined;
  readonly hasNetworksInside: boolean;
  /** Who answers for its addresses in reverse DNS. */
  readonly reverse: readonly ReverseRange[];
  /** A residential customer's: `holder` and the contacts are the provider's, in the place of the customer's. */
  readonly isResidential: boolean;
}

export interface PublicSystem extends PublicRegistration {
  readonly asn: number;
  readonly routing: PublicContact | undefined;
}

const noRanges: readonly ReverseRange[] = [];

export function publicNetwork(index: DirectoryIndex, network: Network): PublicNetwork {
  const { prefix, status, name, originAsn, registeredOn, changedAt, isResidential } = network;
  const above = index.tree.above(prefix);
  const zones = index.zonesInside(prefix);
  // Privacy: who the customer is, and who answers for the customer, may itself be a person's home.
  const shown = isResidential ? above.find((each) => !each.isResidential) : network;
  const holder = publicHolder(index, shown?.organizationId);
  // Why no spreading here and in the doors' writers: it costs more than everything else that is done for an answer.
  return {
    prefix,
    status,
    name,
    originAsn,
    registeredOn,
    changedAt,
    isResidential,
    holder,
    // Privacy: a file of the customer's own might name the customer.
    geofeedUrl: isResidential ? null : network.geofeedUrl,
    technical: contactOr(index, shown?.technicalContactId, holder),
    abuse: contactOr(index, shown?.abuseContactId, holder),
    parent: above[0]?.prefix,
    reverse: zones.length === 0 ? noRanges : joinZones(zones),
    hasNetworksInside: index.tree.holdsSmaller(prefix),
  };
}

export function publicSystem(index: DirectoryIndex, system: AutonomousSystem): PublicSystem {
  const { asn, status, registeredOn, changedAt } = system;
  const holder = publicHolder(index, system.organizationId);
  return {
    ...{ asn, status, registeredOn, changedAt, holder },
    routing: contactOr(index, system.routingContactId, holder),
    abuse: contactOr(index, system.abuseContactId, holder),
  };
}

/** An organisation is public while it holds something that is. */
export function findPublicOrganization(index: DirectoryIndex, handle: string): PublicOrganization | undefined {
  const organization = index.organizationByHandle(handle);
  return organization !== undefined && isPublicOrganization(index, organization)
    ? asPublicOrganization(index, organization)
    : undefined;
}

/** A person is public while a public registration names her, or while she answers for a public organisation. */
export function findPublicContact(index: DirectoryIndex, handle: string): PublicContact | undefined {
  const contact = index.contactByHandle(handle);
  return contact !== undefined && isPublicContact(index, contact) ? asPublicContact(contact) : undefined;
}

export function isPublicOrganization(index: DirectoryIndex, { id }: OrganizationCard): boolean {
  return networksShownOf(index, id).length > 0 || systemsShownOf(index, id).length > 0;
}

export function isPublicContact(index: DirectoryIndex, { accountId }: ContactCard): boolean {
  if (networksShownOf(index, accountId).length > 0 || systemsShownOf(index, accountId).length > 0) return true;
  return [...index.administeredBy(accountId)].some((organization) => isPublicOrganization(index, organization));
}

/** What the public may join with this organisation or person. */
export function networksShownOf(index: DirectoryIndex, id: string): Network[] {
  return [...index.networksOf(id)].filter(({ isResidential }) => !isResidential);
}

export function systemsShownOf(index: DirectoryIndex, id: string): AutonomousSystem[] {
  return [...index.systemsOf(id)];
}

/** The same object while neither the organisation nor its contact changes: the doors keep what they wrote of it. */
export function asPublicOrganization(index: DirectoryIndex, organization: OrganizationCard): PublicOrganization {
  const { administrativeContactId } = organization;
  const contact = administrativeContactId === null ? undefined : index.contact(administrativeContactId);
  const administrative = contact === undefined ? undefined : asPublicContact(contact);
  const known = shownOrganizations.get(organization);
  if (known !== undefined && known.administrative === administrative) return known;
  const { handle, name, country, street, city, postalCode, phone, createdAt } = organization;
  const shown = { handle, name, country, street, city, postalCode, phone, createdAt, administrative };
  shownOrganizations.set(organization, shown);
  return shown;
}

const shownOrganizations = new WeakMap<OrganizationCard, PublicOrganization>();

export const asPublicContact = oncePer(({ userId, name, email, createdAt }: ContactCard): PublicContact => ({
  handle: userId,
  name,
  email,
  createdAt,
}));

function publicHolder(index: DirectoryIndex, id: string | undefined): PublicOrganization | undefined {
  const organization = id === undefined ? undefined : index.organization(id);
  return organization === undefined ? undefined : asPublicOrganization(index, organization);
}

function contactOr(
  index: DirectoryIndex,
  accountId: string | null | undefined,
  holder: PublicOrganization | undefined,
): PublicContact | undefined {
  const contact = typeof accountId === "string" ? index.contact(accountId) : undefined;
  return contact === undefined ? holder?.administrative : asPublicContact(contact);
}
