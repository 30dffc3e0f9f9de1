// Answers a question of RDAP from the register in memory: an HTTP status with an object, the same for the same question until the register changes.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import type { DirectoryIndex } from "../directory-index.ts";
import type { Answer } from "../find-answer.ts";
import { findAnswer } from "../find-answer.ts";
import type { ReverseZone } from "../reverse-zones.ts";
import type { PublicOrganization } from "../public-view.ts";
import { networksShownOf, publicNetwork, systemsShownOf } from "../public-view.ts";
import type { Conformance, RdapObject, RdapSurroundings } from "./rdap-object.ts";
import { everything, wholeAnswer } from "./rdap-object.ts";
import type { RdapProblem, RdapQuery } from "./rdap-query.ts";
import type { Found } from "./search-directory.ts";
import {
  foundNetworks,
  foundSystems,
  foundZone,
  networkAroundZone,
  publishedHosts,
  reverseSearch,
  searchDirectory,
  writeZone,
} from "./search-directory.ts";
import { writeNameserver } from "./write-domain.ts";
import { hasRelations, pageOf, reverseSearchProperties } from "./write-page.ts";
import { writeContact, writeOrganization } from "./write-entity.ts";
import {
  conformanceOfNetwork,
  conformanceOfSystem,
  residentialRedaction,
  writeNetwork,
  writeNetworkInShort,
  writeSystem,
  writeSystemInShort,
} from "./write-number-objects.ts";

export interface RdapAnswer {
  readonly status: 200 | RdapProblem["status"];
  readonly body: RdapObject;
}

export function answerRdap(index: DirectoryIndex, query: RdapQuery, surroundings: RdapSurroundings): RdapAnswer {
  const body = bodyOf(index, query, surroundings);
  if (body !== undefined) return { status: 200, body };
  return problemAnswer(surroundings, {
    status: 404,
    title: "Not found",
    description: "The register has nothing that matches and that the public may see.",
  });
}

/** Source: RFC 9083 §6. */
export function problemAnswer(surroundings: RdapSurroundings, { status, title, description }: RdapProblem): RdapAnswer {
  const { port43: _port43, ...around } = wholeAnswer(surroundings, [], {});
  return { status, body: { ...around, errorCode: status, title, description: [description], lang: "en" } };
}

/** What RDAP says of an answer that was found: the whole of it. */
export function writeRdap(index: DirectoryIndex, answer: Answer, surroundings: RdapSurroundings): RdapObject {
  switch (answer.kind) {
    case "network": {
      const { network } = answer;
      const object = writeNetwork(surroundings, network);
      const shown = network.isResidential ? { ...object, redacted: [residentialRedaction] } : object;
      return wholeAnswer(surroundings, conformanceOfNetwork(network), shown);
    }
    case "system":
      return wholeAnswer(surroundings, conformanceOfSystem(answer.system), writeSystem(surroundings, answer.system));
    case "organization":
      return writeHolder(index, answer.organization, surroundings);
    case "contact":
      return wholeAnswer(surroundings, [], writeContact(surroundings, answer.contact, []));
  }
}

function bodyOf(index: DirectoryIndex, query: RdapQuery, surroundings: RdapSurroundings): RdapObject | undefined {
  switch (query.kind) {
    case "help":
      return helpOf(surroundings);
    case "ip":
      return found(index, findAnswer(index, { kind: "prefix", prefix: query.prefix }), surroundings);
    case "autnum":
      return found(index, findAnswer(index, { kind: "asn", asn: query.asn }), surroundings);
    case "entity":
      return found(index, findAnswer(index, { kind: "handle", handle: query.handle.toUpperCase() }), surroundings);
    case "domain":
      return domainBody(index, query.prefix, surroundings);
    case "nameserver":
      return nameserverBody(index, query.host, surroundings);
    case "relation":
      return relationBody(index, query, surroundings);
    case "search":
      return pageOf(searchDirectory(index, query), query, surroundings);
    case "reverse-search":
      return pageOf(reverseSearch(index, query), query, surroundings);
  }
}

function found(
  index: DirectoryIndex,
  answer: Answer | undefined,
  surroundings: RdapSurroundings,
): RdapObject | undefined {
  return answer === undefined ? undefined : writeRdap(index, answer, surroundings);
}

function nameserverBody(index: DirectoryIndex, host: string, surroundings: RdapSurroundings): RdapObject | undefined {
  for (const zone of index.zones()) {
    if (publishedHosts(zone).includes(host)) return wholeAnswer(surroundings, [], writeNameserver(surroundings, host));
  }
  return undefined;
}

function domainBody(index: DirectoryIndex, prefix: Prefix, surroundings: RdapSurroundings): RdapObject | undefined {
  const zone = index.zoneAround(prefix);
  return zone === undefined ? undefined : wholeZone(index, zone, surroundings);
}

function wholeZone(index: DirectoryIndex, zone: ReverseZone, surroundings: RdapSurroundings): RdapObject {
  const network = networkAroundZone(index, zone);
  const object = writeZone(index, zone, surroundings, "with-email");
  const conformance: readonly Conformance[] = [
    ...(network === undefined ? [] : (["geofeed1"] as const)),
    ...(network?.isResidential === true ? (["redacted"] as const) : []),
    ...(hasRelations(object) ? (["rirSearch1"] as const) : []),
  ];
  const redacted = network?.isResidential === true ? { redacted: [residentialRedaction] } : {};
  return wholeAnswer(surroundings, conformance, { ...object, ...redacted });
}

type RelationQuery = Extract<RdapQuery, { readonly kind: "relation" }>;

/** Source: RFC 9910 §3.1: up and top give one object, down and bottom a list. */
function relationBody(
  index: DirectoryIndex,
  query: RelationQuery,
  surroundings: RdapSurroundings,
): RdapObject | undefined {
  const { relation, searched, of } = query;
  const isUpwards = relation === "rdap-up" || relation === "rdap-top";
  const wish = relation === "rdap-down" ? "direct" : "innermost";
  // Why nothing above an AS number: each is registered by itself (nro_rdap_profile_asn_flat_0).
  if (!("prefix" in of)) return isUpwards ? undefined : pageOf(systemsIn(index, of), query, surroundings);
  if (isUpwards) {
    const place = relation === "rdap-up" ? 0 : -1;
    if (searched === "domains") {
      const zone = index.zonesAbove(of.prefix).at(place);
      return zone === undefined ? undefined : wholeZone(index, zone, surroundings);
    }
    const network = index.tree.above(of.prefix).at(place);
    return network === undefined
      ? undefined
      : writeRdap(index, { kind: "network", network: publicNetwork(index, network) }, surroundings);
  }
  const found =
    searched === "domains"
      ? index.zonesBelow(of.prefix, wish).map((zone) => foundZone(index, zone))
      : foundNetworks(index, [...index.tree.inside(of.prefix, wish)]);
  return pageOf(found, query, surroundings);
}

/** Those of a range; one number alone has none below it. */
function systemsIn(index: DirectoryIndex, { firstAsn, lastAsn }: { firstAsn: number; lastAsn: number }): Found[] {
  if (firstAsn === lastAsn) return [];
  const inside = [...index.systems()].filter(({ asn }) => firstAsn <= asn && asn <= lastAsn);
  return foundSystems(index, inside);
}

/** How many networks and AS numbers an organisation's answer names; more are found by reverse search. */
const mostHeld = 200;

function writeHolder(
  index: DirectoryIndex,
  organization: PublicOrganization,
  surroundings: RdapSurroundings,
): RdapObject {
  const id = index.organizationByHandle(organization.handle)?.id ?? "";
  const networks = networksShownOf(index, id).filter(({ organizationId }) => organizationId === id);
  const systems = systemsShownOf(index, id).filter(({ organizationId }) => organizationId === id);
  const isTruncated = networks.length > mostHeld || systems.length > mostHeld;
  const { administrative } = organization;
  const conformance: readonly Conformance[] = [
    ...(systems.length > 0 ? (["nro_rdap_profile_asn_flat_0"] as const) : []),
    ...(networks.length > 0 ? (["geofeed1"] as const) : []),
    ...(administrative === undefined ? [] : (["lacnic"] as const)),
  ];
  return wholeAnswer(surroundings, conformance, {
    ...writeOrganization(surroundings, organization, []),
    lacnic_legalRepresentative: administrative?.name,
    ...(administrative === undefined
      ? {}
      : { entities: [writeContact(surroundings, administrative, ["administrative"])] }),
    networks: networks.slice(0, mostHeld).map(({ prefix }) => writeNetworkInShort(surroundings, prefix)),
    autnums: systems.slice(0, mostHeld).map(({ asn }) => writeSystemInShort(surroundings, asn)),
    ...(isTruncated
      ? {
          remarks: [
            {
              title: "List truncated",
              type: "object truncated due to unexplainable reasons",
              description: [`Only ${mostHeld} of each are named here; a reverse search by handle finds all.`],
            },
          ],
        }
      : {}),
  });
}

function helpOf(surroundings: RdapSurroundings): RdapObject {
  const { notices, ...rest } = wholeAnswer(surroundings, everything, {});
  return {
    ...rest,
    notices: [
      ...(notices as readonly RdapObject[]),
      {
        title: "What can be asked",
        description: [
          "ip/ADDRESS, ip/PREFIX/LENGTH, autnum/NUMBER, entity/HANDLE",
          "domain/NAME of in-addr.arpa and ip6.arpa, nameserver/NAME, domains?name=, domains?nsLdhName=, nameservers?name=",
          "entities?fn=NAME*, entities?handle=HANDLE, ips?handle=PREFIX, ips?name=NAME*, autnums?handle=AS64496",
          "ips/reverse_search/entity?handle=HANDLE&role=abuse, autnums/reverse_search/entity?handle=HANDLE",
          "domains/reverse_search/entity?handle=HANDLE",
          "ips/rirSearch1/rdap-up/PREFIX, rdap-down, rdap-top, rdap-bottom; the same of autnums and domains",
          "Search answers carry no e-mail addresses; the entity's own answer does.",
        ],
      },
    ],
    reverse_search_properties: reverseSearchProperties,
  };
}
