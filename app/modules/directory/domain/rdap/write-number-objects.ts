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
  const { prefix, reverse } = network;
  // Why "undefined" and no spreading: what is undefined is not written, and spreading costs more than all the writing.
  return Object.assign(rangeOf(prefix), {
    name: name === "" ? undefined : name,
    type: network.status.toUpperCase(),
    country: holder?.country,
    parentHandle: parent === undefined ? undefined : formatPrefix(parent),
    status: active,
    arin_originas0_originautnums: originAsn === null ? undefined : [originAsn],
    lacnic_originAutnum: originAsn === null ? undefined : [writeAsn(originAsn)],
    lacnic_legalRepresentative: holder?.administrative?.name,
    lacnic_reverseDelegations: reverse.length === 0 ? undefined : writeReverseDelegations(reverse),
    entities: writeEntities(surroundings, holder, contacts, wish),
    events: eventsOf(network.registeredOn, network.changedAt),
    links: linksOfNetwork(surroundings, network),
    remarks: network.isResidential ? [residentialRemark] : undefined,
  });
}

const active = ["active"] as const;

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
    country: holder?.country,
    status: active,
    lacnic_legalRepresentative: holder?.administrative?.name,
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
  const links: RdapObject[] = [linkOf(self, "self", self)];
  const relate = (...relations: string[]) =>
    links.push(...relations.map((rel) => linkOf(self, rel, `${base}/ips/rirSearch1/${rel}/${text}`)));
  if (parent !== undefined) relate("rdap-up", "rdap-top");
  if (hasNetworksInside) relate("rdap-down", "rdap-bottom");
  // Source: RFC 9877 §2.2.
  if (geofeedUrl !== null) links.push({ value: self, rel: "geo", href: geofeedUrl, type: "application/geofeed+csv" });
  return links;
}
