// The register in memory, as both doors of the directory read it. It knows nothing of what may be shown: public-view.ts decides that.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { formatPrefix, prefixEnd } from "#app/lib/ip-addresses/index.ts";
import type { AutonomousSystem, Network } from "#app/modules/resources/index.ts";
import { Groups } from "./groups.ts";
import { PrefixTree } from "./prefix-tree.ts";
import type { ContactCard, OrganizationCard, RegisterRows } from "./register-rows.ts";
import type { ReverseZone } from "./reverse-zones.ts";

export class DirectoryIndex {
  readonly #networks: PrefixTree<Network>;
  #zones: PrefixTree<ReverseZone>;
  readonly #systems = new Map<number, AutonomousSystem>();
  readonly #organizations = new Map<string, OrganizationCard>();
  readonly #organizationIds = new Map<string, string>();
  readonly #contacts = new Map<string, ContactCard>();
  readonly #contactIds = new Map<string, string>();
  /** By organisation, and by contact: what is held, and whom a person answers for. */
  readonly #networksOf = new Groups<Network>((network) => formatPrefix(network.prefix));
  readonly #systemsOf = new Groups<AutonomousSystem>(({ asn }) => `${asn}`);
  #revision = 0;
  readonly #administeredBy = new Groups<OrganizationCard>(({ id }) => id);

  constructor({ networks, systems, organizations, contacts, zones }: RegisterRows) {
    this.#networks = PrefixTree.of(networks);
    this.#zones = PrefixTree.of(zones);
    for (const network of networks) for (const owner of ownersOf(network)) this.#networksOf.add(owner, network);
    for (const system of systems) this.putSystem(system.asn, system);
    for (const organization of organizations) this.putOrganization(organization.id, organization);
    for (const contact of contacts) this.putContact(contact.accountId, contact);
  }

  get sizes(): { readonly networks: number; readonly systems: number; readonly organizations: number } {
    return { networks: this.#networks.size, systems: this.#systems.size, organizations: this.#organizations.size };
  }

  networks(): Iterable<Network> {
    return this.#networks.all();
  }

  /** Grows with every change: whoever keeps an answer knows by it that the answer may be another one now. */
  get revision(): number {
    return this.#revision;
  }

  get tree(): Pick<PrefixTree<Network>, "at" | "around" | "above" | "inside" | "holdsSmaller"> {
    return this.#networks;
  }

  /** Replaces what stands at the prefix; `undefined` takes it out. */
  putNetwork(prefix: Prefix, network: Network | undefined): void {
    this.#revision += 1;
    const before = network === undefined ? this.#networks.remove(prefix) : this.#networks.put(prefix, network);
    if (before !== undefined) for (const owner of ownersOf(before)) this.#networksOf.remove(owner, before);
    if (network !== undefined) for (const owner of ownersOf(network)) this.#networksOf.add(owner, network);
  }

  putSystem(asn: number, system: AutonomousSystem | undefined): void {
    this.#revision += 1;
    const before = this.#systems.get(asn);
    if (before !== undefined) for (const owner of ownersOfSystem(before)) this.#systemsOf.remove(owner, before);
    this.#systems.delete(asn);
    if (system === undefined) return;
    this.#systems.set(asn, system);
    for (const owner of ownersOfSystem(system)) this.#systemsOf.add(owner, system);
  }

  putOrganization(id: string, organization: OrganizationCard | undefined): void {
    this.#revision += 1;
    const before = this.#organizations.get(id);
    if (before !== undefined) {
      this.#organizationIds.delete(before.handle);
      this.#organizations.delete(id);
      if (before.administrativeContactId !== null) this.#administeredBy.remove(before.administrativeContactId, before);
    }
    if (organization === undefined) return;
    this.#organizations.set(id, organization);
    this.#organizationIds.set(organization.handle, id);
    const administrative = organization.administrativeContactId;
    if (administrative !== null) this.#administeredBy.add(administrative, organization);
  }

  putContact(accountId: string, contact: ContactCard | undefined): void {
    const before = this.#contacts.get(accountId);
    // Why: an account is read anew whenever somebody signs in, and nothing of that is seen here.
    if (before !== undefined && contact !== undefined && isSameContact(before, contact)) return;
    this.#revision += 1;
    if (before !== undefined) this.#contactIds.delete(before.userId);
    this.#contacts.delete(accountId);
    if (contact === undefined) return;
    this.#contacts.set(accountId, contact);
    this.#contactIds.set(contact.userId, accountId);
  }

  /** Replaces all zones inside the prefix; without a prefix, all that there are. */
  putZones(within: Prefix | undefined, zones: readonly ReverseZone[]): void {
    this.#revision += 1;
    if (within === undefined) {
      this.#zones = PrefixTree.of(zones);
      return;
    }
    for (const { prefix } of this.zonesInside(within)) this.#zones.remove(prefix);
    for (const zone of zones) this.#zones.put(zone.prefix, zone);
  }

  /** The delegated zones that lie in the prefix or are it. */
  zonesInside(prefix: Prefix): ReverseZone[] {
    if (this.#zones.size === 0) return [];
    const own = this.#zones.at(prefix);
    return [...(own === undefined ? [] : [own]), ...this.#zones.inside(prefix)];
  }

  /** The delegated zones around this one, the smallest first. */
  zonesAbove(prefix: Prefix): ReverseZone[] {
    return this.#zones.above(prefix);
  }

  /** The delegated zones in this one, without itself: only those directly in it, or only those that hold none themselves. */
  zonesBelow(prefix: Prefix, wish: "direct" | "innermost"): ReverseZone[] {
    return [...this.#zones.inside(prefix, wish)];
  }

  /** The smallest delegated zone in which the whole prefix lies. */
  zoneAround(prefix: Prefix): ReverseZone | undefined {
    return this.#zones.around(prefix.family, prefix.start, prefixEnd(prefix));
  }

  zones(): Iterable<ReverseZone> {
    return this.#zones.all();
  }

  system(asn: number): AutonomousSystem | undefined {
    return this.#systems.get(asn);
  }

  systems(): Iterable<AutonomousSystem> {
    return this.#systems.values();
  }

  organization(id: string): OrganizationCard | undefined {
    return this.#organizations.get(id);
  }

  organizationByHandle(handle: string): OrganizationCard | undefined {
    return this.#organizations.get(this.#organizationIds.get(handle.toUpperCase()) ?? "");
  }

  organizations(): Iterable<OrganizationCard> {
    return this.#organizations.values();
  }

  /** Privacy: whoever closed the account answers for nothing any more, whatever still names her. */
  contact(accountId: string): ContactCard | undefined {
    const contact = this.#contacts.get(accountId);
    return contact?.isActive === true ? contact : undefined;
  }

  contactByHandle(handle: string): ContactCard | undefined {
    return this.contact(this.#contactIds.get(handle.toUpperCase()) ?? "");
  }

  contacts(): ContactCard[] {
    return [...this.#contacts.values()].filter(({ isActive }) => isActive);
  }

  /** Whether the account is read anew when something happens to it; also where it is closed and may be opened again. */
  follows(accountId: string): boolean {
    return this.#contacts.has(accountId);
  }

  /** What the organisation holds, or what names this account as a contact. */
  networksOf(organizationOrAccountId: string): Iterable<Network> {
    return this.#networksOf.of(organizationOrAccountId);
  }

  systemsOf(organizationOrAccountId: string): Iterable<AutonomousSystem> {
    return this.#systemsOf.of(organizationOrAccountId);
  }

  /** The organisations whose administrative contact the account is. */
  administeredBy(accountId: string): Iterable<OrganizationCard> {
    return this.#administeredBy.of(accountId);
  }
}

function isSameContact(left: ContactCard, right: ContactCard): boolean {
  const parts = ["userId", "name", "email", "isActive"] as const;
  return parts.every((part) => left[part] === right[part]);
}

function ownersOf({ organizationId, technicalContactId, abuseContactId }: Network): Set<string> {
  return new Set([organizationId, technicalContactId ?? organizationId, abuseContactId ?? organizationId]);
}

function ownersOfSystem({ organizationId, routingContactId, abuseContactId }: AutonomousSystem): Set<string> {
  return new Set([organizationId, routingContactId ?? organizationId, abuseContactId ?? organizationId]);
}
