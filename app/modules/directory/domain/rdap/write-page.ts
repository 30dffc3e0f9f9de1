// One page of what a search found, with the way to the next one; search answers carry no e-mail addresses, and say so.
// Source: RFC 9082 §4.2; RFC 9083 §8; RFC 8977 (paging); RFC 9537 (what is left out); RFC 9536 §5 (reverse search); RFC 9910 §5.
import type { Conformance, RdapObject, RdapSurroundings } from "./rdap-object.ts";
import { linkOf, wholeAnswer } from "./rdap-object.ts";
import type { RdapQuery } from "./rdap-query.ts";
import { cursorOf } from "./rdap-query.ts";
import type { Found } from "./search-directory.ts";
import { residentialRedactionAt, residentialRemark } from "./write-number-objects.ts";

const pageSize = 50;

type Paged = Extract<RdapQuery, { readonly kind: "search" | "reverse-search" | "relation" }>;

const results = {
  entities: "entitySearchResults",
  ips: "ipSearchResults",
  autnums: "autnumSearchResults",
  domains: "domainSearchResults",
  nameservers: "nameserverSearchResults",
} as const;

/** What may be searched backwards, as help lists it. */
export const reverseSearchProperties: readonly RdapObject[] = ["ips", "autnums", "domains"].flatMap(
  (searchableResourceType) =>
    ["handle", "role"].map((property) => ({ searchableResourceType, relatedResourceType: "entity", property })),
);

/** Undefined where nothing was found: RFC 7480 §5.3 answers that with 404. */
export function pageOf(found: readonly Found[], query: Paged, surroundings: RdapSurroundings): RdapObject | undefined {
  const { searched, page } = query;
  const shown = found.slice(page.offset, page.offset + pageSize);
  if (shown.length === 0) return undefined;
  const member = results[searched];
  const isPaged = found.length > pageSize || page.withCount;
  const objects = shown.map((write) => write(surroundings));
  return wholeAnswer(surroundings, conformanceOf(query, isPaged, objects), {
    [member]: objects,
    // Why not there: a name server's answer never has an e-mail address, so none is left out.
    ...(searched === "nameservers"
      ? {}
      : { redacted: [emailRedaction(member), ...residentialRedactions(member, objects)] }),
    ...(isPaged ? { paging_metadata: metadataOf(found.length, query, surroundings) } : {}),
    ...(query.kind === "reverse-search" ? { reverse_search_properties_mapping: mappingOf(query) } : {}),
  });
}

function conformanceOf(query: Paged, isPaged: boolean, objects: readonly RdapObject[]): Conformance[] {
  const have = (member: string) => objects.some((object) => object[member] !== undefined);
  const hasOrigin = have("arin_originas0_originautnums");
  return [
    ...(query.searched === "nameservers" ? [] : (["redacted"] as const)),
    ...(hasOrigin ? (["arin_originas0"] as const) : []),
    ...(have("lacnic_originAutnum") || have("lacnic_legalRepresentative") || have("lacnic_reverseDelegations")
      ? (["lacnic"] as const)
      : []),
    ...(isPaged ? (["paging"] as const) : []),
    ...(query.kind === "reverse-search" ? (["reverse_search"] as const) : []),
    ...(query.searched === "ips" ? (["rirSearch1", "ips", "ipSearchResults", "geofeed1"] as const) : []),
    ...(query.searched === "domains" && have("network") ? (["geofeed1"] as const) : []),
    ...(query.searched === "domains" && (query.kind === "relation" || objects.some(hasRelations))
      ? (["rirSearch1"] as const)
      : []),
    ...(query.searched === "autnums"
      ? (["nro_rdap_profile_asn_flat_0", "rirSearch1", "autnums", "autnumSearchResults"] as const)
      : []),
  ];
}

/** Whether it names what is above or below it. */
export function hasRelations({ links }: RdapObject): boolean {
  return Array.isArray(links) && links.some(({ rel }: { readonly rel: string }) => rel.startsWith("rdap-"));
}

function residentialRedactions(member: string, objects: readonly RdapObject[]): RdapObject[] {
  return objects.flatMap(({ remarks }, place) =>
    Array.isArray(remarks) && remarks.includes(residentialRemark)
      ? [residentialRedactionAt(`$.${member}[${place}].entities`)]
      : [],
  );
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

function metadataOf(total: number, query: Paged, { base }: RdapSurroundings): RdapObject {
  const next = query.page.offset + pageSize;
  const self = `${base}/${addressOf(query)}`;
  return {
    ...(query.page.withCount ? { totalCount: total } : {}),
    pageSize,
    pageNumber: Math.floor(query.page.offset / pageSize) + 1,
    ...(next < total
      ? { links: [linkOf(self, "next", `${self}${self.includes("?") ? "&" : "?"}cursor=${cursorOf(next)}`)] }
      : {}),
  };
}

function addressOf(query: Paged): string {
  const count = query.page.withCount ? "&count=true" : "";
  if (query.kind === "relation") {
    const { searched, relation, of } = query;
    return `${searched}/rirSearch1/${relation}/${of.text}${count.replace("&", "?")}`;
  }
  if (query.kind === "reverse-search") {
    const role = query.role === undefined ? "" : `&role=${encodeURIComponent(query.role)}`;
    return `${query.searched}/reverse_search/entity?handle=${encodeURIComponent(query.handle)}${role}${count}`;
  }
  const { text, isBeginning } = query.pattern;
  return `${query.searched}?${query.by}=${encodeURIComponent(text)}${isBeginning ? "*" : ""}${count}`;
}

function mappingOf({ role }: Extract<Paged, { kind: "reverse-search" }>): RdapObject[] {
  return [
    { property: "handle", propertyPath: "$.entities[*].handle" },
    ...(role === undefined ? [] : [{ property: "role", propertyPath: "$.entities[*].roles" }]),
  ];
}
