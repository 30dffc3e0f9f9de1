// Networks and AS numbers as objects of RDAP.
// Source: RFC 9083 §5.4, §5.5; cidr0 (NRO); RFC 9910 §4 (links up and down the tree); RFC 9877 (geofeeds); arin_originas0; LACNIC's members.
import { formatAddress, formatPrefix, prefixEnd } from "#app/lib/ip-addresses/index.ts";
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { writeAsn } from "#app/modules/resources/index.ts";
import type { PublicNetwork, PublicOrganization, PublicSystem } from "../public-view.ts";
import type { Conformance, RdapObject, RdapSurroundings } from "./rdap-object.ts";
import { eventsOf, linkOf } from "./rdap-object.ts";
import type { EmailWish } from "./write-entity.ts";
import { writeEntities } from "./write-entity.ts";
import { writeReverseDelegations } from "./write-reverse.ts";

/** What an answer with such an object conforms to, besides what every answer does. */
export function conformanceOfNetwork(network: PublicNetwork): Conformance[] {
  return [
    ...(["rirSearch1", "ips", "geofeed1"] as const),
    ...(network.originAsn === null ? [] : (["arin_originas0", "lacnic"] as const)),
    ...(network.reverse.length === 0 ? [] : (["lacnic"] as const)),
    ...conformanceOfHolder(network),
    ...(network.isResidential ? (["redacted"] as const) : []),
  ];
}

export function conformanceOfSystem(system: PublicSystem): Conformance[] {
  return ["nro_rdap_profile_asn_flat_0", ...conformanceOfHolder(system)];
}

function conformanceOfHolder({ holder }: { readonly holder: PublicOrganization | undefined }): Conformance[] {
  return holder?.administrative === undefined ? [] : ["lacnic"];
}

/** Who answers for the holder, in the member that LACNIC's clients read. */
export function legalRepresentativeOf(holder: PublicOrganization | undefined): RdapObject {
  return holder?.administrative === undefined ? {} : { lacnic_legalRepresentative: holder.administrative.name };
}

export function writeNetwork(
  surroundings: RdapSurroundings,
  network: PublicNetwork,
  wish: EmailWish = "with-email",
): RdapObject {
  const { holder, technical, abuse, parent, originAsn, name } = network;
  const contacts = [
    ["administrative", holder?.administrative],
    ["technical", technical],
    ["abuse", abuse],
  ] as const;
  return {
    ...rangeOf(network.prefix),
    ...(name === "" ? {} : { name }),
    type: network.status.toUpperCase(),
    ...(holder === undefined ? {} : { country: holder.country }),
    ...(parent === undefined ? {} : { parentHandle: formatPrefix(parent) }),
    status: ["active"],
    ...(originAsn === null
      ? {}
      : { arin_originas0_originautnums: [originAsn], lacnic_originAutnum: [writeAsn(originAsn)] }),
    ...legalRepresentativeOf(holder),
    ...(network.reverse.length === 0 ? {} : { lacnic_reverseDelegations: writeReverseDelegations(network.reverse) }),
    entities: writeEntities(surroundings, holder, contacts, wish),
    events: eventsOf(network.registeredOn, network.changedAt),
    links: linksOfNetwork(surroundings, network),
    ...(network.isResidential ? { remarks: [residentialRemark] } : {}),
  };
}

export function writeSystem(
  surroundings: RdapSurroundings,
  system: PublicSystem,
  wish: EmailWish = "with-email",
): RdapObject {
  const { asn, holder, routing, abuse } = system;
  const self = `${surroundings.base}/autnum/${asn}`;
  const contacts = [
    ["administrative", holder?.administrative],
    ["technical", routing],
    ["abuse", abuse],
  ] as const;
  return {
    objectClassName: "autnum",
    handle: writeAsn(asn),
    startAutnum: asn,
    endAutnum: asn,
    type: system.status.toUpperCase(),
    ...(holder === undefined ? {} : { country: holder.country }),
    status: ["active"],
    ...legalRepresentativeOf(holder),
    entities: writeEntities(surroundings, holder, contacts, wish),
    events: eventsOf(system.registeredOn, system.changedAt),
    links: [linkOf(self, "self", self)],
  };
}

/** A network in short, inside the entity that holds it. */
export function writeNetworkInShort({ base }: RdapSurroundings, prefix: Prefix): RdapObject {
  const self = `${base}/ip/${formatPrefix(prefix)}`;
  return { ...rangeOf(prefix), links: [linkOf(self, "self", self)] };
}

/** An AS number in short, inside the entity that holds it. */
export function writeSystemInShort({ base }: RdapSurroundings, asn: number): RdapObject {
  const self = `${base}/autnum/${asn}`;
  return {
    ...{ objectClassName: "autnum", handle: writeAsn(asn), startAutnum: asn, endAutnum: asn },
    links: [linkOf(self, "self", self)],
  };
}

/** Source: RFC 9537 §4.2: the customer is replaced by the provider, and the answer says so. */
export const residentialRedaction: RdapObject = {
  name: { description: "Registrant and contacts of a residential customer" },
  postPath: "$.entities",
  method: "replacementValue",
  reason: {
    description: "Residential customers are registered by service area, with the provider's own data (policy 2.3).",
  },
};

/** In a list the entities of one result; "$.entities" where the result is the answer. */
export function residentialRedactionAt(postPath: string): RdapObject {
  return { ...residentialRedaction, postPath };
}

export const residentialRemark: RdapObject = {
  title: "Residential customer",
  description: ["This network is used by residential customers; the provider answers for it."],
};

function rangeOf(prefix: Prefix): RdapObject {
  const { family, start, length } = prefix;
  const first = formatAddress({ family, value: start });
  return {
    objectClassName: "ip network",
    handle: `${first}/${length}`,
    startAddress: first,
    endAddress: formatAddress({ family, value: prefixEnd(prefix) }),
    ipVersion: family === "ipv4" ? "v4" : "v6",
    cidr0_cidrs: [family === "ipv4" ? { v4prefix: first, length } : { v6prefix: first, length }],
  };
}

function linksOfNetwork(
  { base }: RdapSurroundings,
  { prefix, parent, hasNetworksInside, geofeedUrl }: PublicNetwork,
): RdapObject[] {
  const text = formatPrefix(prefix);
  const self = `${base}/ip/${text}`;
  const relation = (rel: string) => linkOf(self, rel, `${base}/ips/rirSearch1/${rel}/${text}`);
  return [
    linkOf(self, "self", self),
    ...(parent === undefined ? [] : [relation("rdap-up"), relation("rdap-top")]),
    ...(hasNetworksInside ? [relation("rdap-down"), relation("rdap-bottom")] : []),
    // Source: RFC 9877 §2.2.
    ...(geofeedUrl === null ? [] : [{ value: self, rel: "geo", href: geofeedUrl, type: "application/geofeed+csv" }]),
  ];
}
