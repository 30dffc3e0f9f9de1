// Answers a question of RDAP from the register in memory: an HTTP status with an object, the same for the same question until the register changes.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { DirectoryIndex } from "../directory-index.ts";
import type { Answer } from "../find-answer.ts";
import { findAnswer } from "../find-answer.ts";
import type { PublicOrganization } from "../public-view.ts";
import { networksShownOf, publicNetwork, systemsShownOf } from "../public-view.ts";
import type { Conformance, RdapObject, RdapSurroundings } from "./rdap-object.ts";
import { everything, wholeAnswer } from "./rdap-object.ts";
import type { RdapProblem, RdapQuery, Relation } from "./rdap-query.ts";
import { publishedHosts, reverseSearch, searchDirectory, writeZone } from "./search-directory.ts";
import { writeNameserver } from "./write-domain.ts";
import { pageOf, reverseSearchProperties } from "./write-page.ts";
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
      const redacted = network.isResidential ? { redacted: [residentialRedaction] } : {};
      return wholeAnswer(surroundings, conformanceOfNetwork(network), { ...object, ...redacted });
    }
    case "system":
      return wholeAnswer(surroundings, conformanceOfSystem, writeSystem(surroundings, answer.system));
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
    case "domain": {
      const zone = index.zoneAround(query.prefix);
      return zone === undefined
        ? undefined
        : wholeAnswer(surroundings, [], writeZone(index, zone, surroundings, "with-email"));
    }
    case "nameserver":
      return nameserverBody(index, query.host, surroundings);
    case "relation":
      return relationBody(index, query.relation, query.prefix, surroundings);
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

/** Source: RFC 9910 §3.1: up and top give one object, down and bottom a list. */
function relationBody(
  index: DirectoryIndex,
  relation: Relation,
  prefix: Prefix,
  surroundings: RdapSurroundings,
): RdapObject | undefined {
  const one = (network: Network | undefined) =>
    network === undefined
      ? undefined
      : writeRdap(index, { kind: "network", network: publicNetwork(index, network) }, surroundings);
  const above = index.tree.above(prefix);
  if (relation === "rdap-up") return one(above[0]);
  if (relation === "rdap-top") return one(above.at(-1));
  const inside = [...index.tree.inside(prefix, relation === "rdap-down" ? "direct" : "innermost")];
  const write = inside.map(
    (network) => (each: RdapSurroundings) => writeNetwork(each, publicNetwork(index, network), "without-email"),
  );
  const page = { offset: 0, withCount: false };
  return pageOf(write, { kind: "relation", searched: "ips", page }, surroundings);
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
  const conformance: readonly Conformance[] = systems.length > 0 ? conformanceOfSystem : [];
  const { administrative } = organization;
  return wholeAnswer(surroundings, conformance, {
    ...writeOrganization(surroundings, organization, []),
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
          "ips/rirSearch1/rdap-up/PREFIX, rdap-down, rdap-top, rdap-bottom",
          "Search answers carry no e-mail addresses; the entity's own answer does.",
        ],
      },
    ],
    reverse_search_properties: reverseSearchProperties,
  };
}
