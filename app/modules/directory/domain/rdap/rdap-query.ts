// What is asked of RDAP, out of the path and the query of an address. Source: RFC 9082 §3; RFC 9536 §2; RFC 9910 §2 and §3; RFC 8977 §2.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import type { Result } from "#app/lib/result/index.ts";
import { err, ok } from "#app/lib/result/index.ts";
import { parseAsn } from "#app/modules/resources/index.ts";
import { readPrefix } from "../read-question.ts";
import { prefixOfReverseName } from "../reverse-zones.ts";

export const relations = ["rdap-up", "rdap-down", "rdap-top", "rdap-bottom"] as const;
export type Relation = (typeof relations)[number];

/** What a search finds. */
const searchable = ["entities", "ips", "autnums", "domains", "nameservers"] as const;
export type Searched = (typeof searchable)[number];

/** By what each may be searched. Source: RFC 9082 §3.2, RFC 9910 §2. */
const searchedBy = {
  entities: ["fn", "handle"],
  ips: ["handle", "name"],
  autnums: ["handle", "name"],
  domains: ["name", "nsLdhName"],
  nameservers: ["name"],
} as const satisfies Record<Searched, readonly string[]>;

/** How a name or handle is compared: whole, or only how it begins ("CONE*"). */
export interface Pattern {
  readonly text: string;
  readonly isBeginning: boolean;
}

export interface Page {
  /** How many results come before it. */
  readonly offset: number;
  readonly withCount: boolean;
}

/** Around, above or in what is searched; addresses also for zones of the reverse tree. */
export type RelationSubject =
  | { readonly text: string; readonly prefix: Prefix }
  | { readonly text: string; readonly firstAsn: number; readonly lastAsn: number };

export type RdapQuery =
  | { readonly kind: "help" }
  | { readonly kind: "ip"; readonly prefix: Prefix }
  | { readonly kind: "autnum"; readonly asn: number }
  | { readonly kind: "entity"; readonly handle: string }
  | { readonly kind: "domain"; readonly prefix: Prefix }
  | { readonly kind: "nameserver"; readonly host: string }
  | {
      readonly kind: "relation";
      readonly searched: "ips" | "autnums" | "domains";
      readonly relation: Relation;
      readonly of: RelationSubject;
      readonly page: Page;
    }
  | {
      readonly kind: "search";
      readonly searched: Searched;
      readonly by: (typeof searchedBy)[Searched][number];
      readonly pattern: Pattern;
      readonly page: Page;
    }
  | {
      readonly kind: "reverse-search";
      readonly searched: "ips" | "autnums" | "domains";
      readonly handle: string;
      readonly role: string | undefined;
      readonly page: Page;
    };

/** Why it is not answered: an HTTP status with words. */
export interface RdapProblem {
  readonly status: 400 | 404 | 405 | 414 | 422 | 429 | 501;
  readonly title: string;
  readonly description: string;
}

/** `path` is what stands after the service's base, still encoded: "ip/200.3.12.0/22". */
export function readRdapQuery(path: string, search: string): Result<RdapQuery, RdapProblem> {
  const segments = decodeSegments(path);
  if (segments === undefined) return bad("The path is not properly encoded.");
  const [kind = "", ...rest] = segments;
  const searched = searchable.find((each) => each === kind);
  return searched === undefined
    ? readLookup(kind, rest.join("/"))
    : readSearchOf(searched, rest, new URLSearchParams(search));
}

function readLookup(kind: string, text: string): Result<RdapQuery, RdapProblem> {
  switch (kind) {
    case "help":
      return text === "" ? ok({ kind: "help" }) : unknown();
    case "ip":
      return readIp(text);
    case "autnum":
      return readAutnum(text);
    case "entity":
      return text === "" ? unknown() : ok({ kind: "entity", handle: text });
    case "domain":
      return readDomain(text);
    case "nameserver":
      return readNameserver(text);
    default:
      return unknown();
  }
}

function readDomain(text: string): Result<RdapQuery, RdapProblem> {
  const prefix = prefixOfReverseName(text);
  // Why not found rather than bad: other names are domains too, and this register has none of them.
  return prefix === undefined
    ? refused(404, "Not found", "This register has only domains of in-addr.arpa and ip6.arpa.")
    : ok({ kind: "domain", prefix });
}

/** In letters of any language or as it stands in the DNS. Source: RFC 9082 §3.1.4. */
function readNameserver(text: string): Result<RdapQuery, RdapProblem> {
  const host = /^[\x21-\x7e]*$/.test(text) ? text : asciiName(text);
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+\.?$/i.test(host)
    ? ok({ kind: "nameserver", host: host.toLowerCase().replace(/\.$/, "") })
    : bad(`"${text}" is not the name of a name server.`);
}

function asciiName(text: string): string {
  const address = `http://${text}`;
  return /[/?#@:\\\s]/.test(text) || !URL.canParse(address) ? "" : new URL(address).hostname;
}

function readSearchOf(
  searched: Searched,
  rest: readonly string[],
  parameters: URLSearchParams,
): Result<RdapQuery, RdapProblem> {
  const twice = [...parameters.keys()].find((name) => parameters.getAll(name).length > 1);
  if (twice !== undefined) return bad(`"${twice}" stands there more than once.`);
  if (rest.length === 0) return readSearch(searched, parameters);
  if (searched !== "ips" && searched !== "autnums" && searched !== "domains") return unknown();
  if (rest.join("/") === "reverse_search/entity") return readReverseSearch(searched, parameters);
  if (rest[0] === "rirSearch1") return readRelation(searched, rest.slice(1), parameters);
  return unknown();
}

function readIp(text: string): Result<RdapQuery, RdapProblem> {
  // Source: RFC 9082 §3.1.1: a zone_id is left out of account.
  const prefix = readPrefix(text.includes(":") ? text.replace(/%[^/]*/, "") : text);
  return prefix === undefined ? bad(`"${text}" is neither an address nor a prefix.`) : ok({ kind: "ip", prefix });
}

function readAutnum(text: string): Result<RdapQuery, RdapProblem> {
  const asn = parseAsn(text);
  return asn === undefined ? bad(`"${text}" is not an AS number.`) : ok({ kind: "autnum", asn });
}

function readRelation(
  searched: "ips" | "autnums" | "domains",
  rest: readonly string[],
  parameters: URLSearchParams,
): Result<RdapQuery, RdapProblem> {
  const relation = relations.find((each) => each === rest[0]);
  if (relation === undefined) return bad(`The relations are ${relations.join(", ")}.`);
  const status = parameters.get("status");
  // Why no other: everything in this register is active; RFC 9910 §3.2 lets a server refuse what it does not support.
  if (status !== null && status !== "active") return refused(501, "Not implemented", 'Only "status=active" is known.');
  const text = rest.slice(1).join("/");
  const of = readSubject(searched, text);
  if (of === undefined) return bad(`"${text}" has no place among ${searched}.`);
  const page = readPage(parameters);
  return page.ok ? ok({ kind: "relation", searched, relation, of, page: page.value }) : page;
}

function readSubject(searched: "ips" | "autnums" | "domains", text: string): RelationSubject | undefined {
  if (searched === "autnums") {
    const [first, last = first, ...more] = text.split("-").map(parseAsn);
    if (first === undefined || last === undefined || last < first || more.length > 0) return undefined;
    return { text, firstAsn: first, lastAsn: last };
  }
  const prefix = searched === "ips" ? readPrefix(text) : prefixOfReverseName(text);
  return prefix === undefined ? undefined : { text, prefix };
}

function readSearch(searched: Searched, parameters: URLSearchParams): Result<RdapQuery, RdapProblem> {
  const names: readonly (typeof searchedBy)[Searched][number][] = searchedBy[searched];
  // Source: RFC 9082 §3.2.1, §3.2.2: searches by a name server's address; RFC 9082 §1: 501 where a search is not supported.
  if (parameters.has("nsIp") || (searched === "nameservers" && parameters.has("ip"))) {
    return refused(501, "Not implemented", "This register knows name servers by their names only.");
  }
  const given = names.filter((name) => parameters.has(name));
  const [by] = given;
  if (by === undefined || given.length > 1) return bad(`A search of ${searched} has one of ${names.join(", ")}.`);
  const pattern = readPattern(parameters.get(by) ?? "");
  if (!pattern.ok) return pattern;
  const page = readPage(parameters);
  return page.ok ? ok({ kind: "search", searched, by, pattern: pattern.value, page: page.value }) : page;
}

/** A search that would find half of everybody is refused: two letters at least, and a star only at the end. */
function readPattern(text: string): Result<Pattern, RdapProblem> {
  const isBeginning = text.endsWith("*");
  const rest = (isBeginning ? text.slice(0, -1) : text).trim();
  if (rest === "") return bad("There is nothing to search for.");
  if (rest.includes("*")) return refused(422, "Unprocessable search", "A star stands only at the end.");
  if (isBeginning && rest.length < 2) {
    return refused(422, "Unprocessable search", "At least two letters stand before the star.");
  }
  return ok({ text: rest, isBeginning });
}

function readReverseSearch(
  searched: "ips" | "autnums" | "domains",
  parameters: URLSearchParams,
): Result<RdapQuery, RdapProblem> {
  const handle = parameters.get("handle");
  const strange = [...parameters.keys()].find((name) => !["handle", "role", "cursor", "count"].includes(name));
  // Source: RFC 9536 §6: a property that is not supported is answered with 501.
  if (strange !== undefined) return refused(501, "Not implemented", `"${strange}" cannot be searched by.`);
  if (handle === null || handle === "") return bad('A reverse search has "handle".');
  const page = readPage(parameters);
  if (!page.ok) return page;
  return ok({
    kind: "reverse-search",
    ...{ searched, handle, role: parameters.get("role") ?? undefined, page: page.value },
  });
}

/** Source: RFC 8977 §2.4: a cursor says nothing to the client. */
function readPage(parameters: URLSearchParams): Result<Page, RdapProblem> {
  const cursor = parameters.get("cursor");
  const offset = cursor === null ? 0 : offsetOf(cursor);
  if (offset === undefined) return bad("This cursor is none of ours.");
  const count = parameters.get("count");
  return ok({ offset, withCount: count !== null && /^(true|yes|1)$/.test(count) });
}

export function cursorOf(offset: number): string {
  return `p${offset.toString(36)}`;
}

function offsetOf(cursor: string): number | undefined {
  return /^p[0-9a-z]{1,6}$/.test(cursor) ? Number.parseInt(cursor.slice(1), 36) : undefined;
}

function decodeSegments(path: string): string[] | undefined {
  try {
    return path.replace(/\/$/, "").split("/").map(decodeURIComponent);
  } catch {
    // Why: a path that cannot be decoded is the client's, and is told so.
    return undefined;
  }
}

function bad(description: string): Result<never, RdapProblem> {
  return refused(400, "Bad request", description);
}

function unknown(): Result<never, RdapProblem> {
  return refused(404, "Not found", "There is no such question; see help.");
}

function refused(status: RdapProblem["status"], title: string, description: string): Result<never, RdapProblem> {
  return err({ status, title, description });
}
