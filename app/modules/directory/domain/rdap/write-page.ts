// One page of what a search found, with the way to the next one; search answers carry no e-mail addresses, and say so.
// Source: RFC 9082 §4.2; RFC 9083 §8; RFC 8977 (paging); RFC 9537 (what is left out); RFC 9536 §5 (reverse search); RFC 9910 §5.
import type { Conformance, RdapObject, RdapSurroundings } from "./rdap-object.ts";
import { linkOf, wholeAnswer } from "./rdap-object.ts";
import type { Page, RdapQuery } from "./rdap-query.ts";
import { cursorOf } from "./rdap-query.ts";
import type { Found } from "./search-directory.ts";

const pageSize = 50;

type Paged =
  | Extract<RdapQuery, { readonly kind: "search" | "reverse-search" }>
  | { readonly kind: "relation"; readonly searched: "ips"; readonly page: Page };

const results = {
  entities: "entitySearchResults",
  ips: "ipSearchResults",
  autnums: "autnumSearchResults",
  domains: "domainSearchResults",
  nameservers: "nameserverSearchResults",
} as const;

/** What may be searched backwards, as help lists it. */
export const reverseSearchProperties: readonly RdapObject[] = ["ips", "autnums"].flatMap((searchableResourceType) =>
  ["handle", "role"].map((property) => ({ searchableResourceType, relatedResourceType: "entity", property })),
);

/** Undefined where nothing was found: RFC 7480 §5.3 answers that with 404. A list of relations comes in one page. */
export function pageOf(found: readonly Found[], query: Paged, surroundings: RdapSurroundings): RdapObject | undefined {
  const { searched, page } = query;
  const shown = query.kind === "relation" ? found : found.slice(page.offset, page.offset + pageSize);
  if (shown.length === 0) return undefined;
  const member = results[searched];
  const isPaged = query.kind !== "relation" && (found.length > pageSize || page.withCount);
  const objects = shown.map((write) => write(surroundings));
  return wholeAnswer(surroundings, conformanceOf(query, isPaged, objects), {
    [member]: objects,
    // Why not there: a name server's answer never has an e-mail address, so none is left out.
    ...(searched === "nameservers" ? {} : { redacted: [emailRedaction(member)] }),
    ...(isPaged ? { paging_metadata: metadataOf(found.length, query, surroundings) } : {}),
    ...(query.kind === "reverse-search" ? { reverse_search_properties_mapping: mappingOf(query) } : {}),
  });
}

function conformanceOf(query: Paged, isPaged: boolean, objects: readonly RdapObject[]): Conformance[] {
  const have = (member: string) => objects.some((object) => member in object);
  const hasOrigin = have("arin_originas0_originautnums");
  return [
    ...(query.searched === "nameservers" ? [] : (["redacted"] as const)),
    ...(hasOrigin ? (["arin_originas0"] as const) : []),
    ...(hasOrigin || have("lacnic_reverseDelegations") ? (["lacnic"] as const) : []),
    ...(isPaged ? (["paging"] as const) : []),
    ...(query.kind === "reverse-search" ? (["reverse_search"] as const) : []),
    ...(query.searched === "ips" ? (["rirSearch1", "ips", "ipSearchResults"] as const) : []),
    ...(query.searched === "autnums"
      ? (["nro_rdap_profile_asn_flat_0", "rirSearch1", "autnums", "autnumSearchResults"] as const)
      : []),
  ];
}

function emailRedaction(member: string): RdapObject {
  const entity = member === "entitySearchResults" ? `$.${member}[*]` : `$.${member}[*].entities[*]`;
  return {
    name: { description: "E-mail addresses" },
    prePath: `${entity}.vcardArray[1][?(@[0]=='email')]`,
    method: "removal",
    reason: { description: "Search answers carry none; the entity's own answer does." },
  };
}

function metadataOf(
  total: number,
  query: Exclude<Paged, { kind: "relation" }>,
  { base }: RdapSurroundings,
): RdapObject {
  const next = query.page.offset + pageSize;
  const self = `${base}/${addressOf(query)}`;
  return {
    ...(query.page.withCount ? { totalCount: total } : {}),
    pageSize,
    pageNumber: Math.floor(query.page.offset / pageSize) + 1,
    ...(next < total ? { links: [linkOf(self, "next", `${self}&cursor=${cursorOf(next)}`)] } : {}),
  };
}

function addressOf(query: Exclude<Paged, { kind: "relation" }>): string {
  if (query.kind === "reverse-search") {
    const role = query.role === undefined ? "" : `&role=${encodeURIComponent(query.role)}`;
    return `${query.searched}/reverse_search/entity?handle=${encodeURIComponent(query.handle)}${role}`;
  }
  const { text, isBeginning } = query.pattern;
  return `${query.searched}?${query.by}=${encodeURIComponent(text)}${isBeginning ? "*" : ""}`;
}

function mappingOf({ role }: Extract<Paged, { kind: "reverse-search" }>): RdapObject[] {
  return [
    { property: "handle", propertyPath: "$.entities[*].handle" },
    ...(role === undefined ? [] : [{ property: "role", propertyPath: "$.entities[*].roles" }]),
  ];
}
