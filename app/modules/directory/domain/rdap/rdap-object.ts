// What every object of an RDAP answer is made of: links, events, notices, and the identifiers of what it conforms to.
// Source: RFC 9083 §4; NRO RDAP profile (notices); IANA registry of RDAP extensions (identifiers; "lacnic" is that registry's own word).

import { oncePer } from "../once-per.ts";
import { lasting } from "./json-text.ts";

export type RdapObject = Readonly<Record<string, unknown>>;

export interface RdapSurroundings {
  /** The address of this service without a trailing slash: "https://rdap.example.org/rdap". */
  readonly base: string;
  /** The site that people read. */
  readonly site: string;
  /** Where the same is answered by WHOIS. */
  readonly host: string;
}

export const mediaType = "application/rdap+json";

/** What every answer conforms to: the NRO profile wants cidr0 named even where an answer has no network. */
export const always = ["rdap_level_0", "nro_rdap_profile_0", "cidr0"] as const;

/** Everything that some answer conforms to, as `help` lists it. */
export const everything = [
  ...always,
  "nro_rdap_profile_asn_flat_0",
  "geofeed1",
  "arin_originas0",
  "lacnic",
  "redacted",
  "rirSearch1",
  "ips",
  "autnums",
  "ipSearchResults",
  "autnumSearchResults",
  "reverse_search",
  "paging",
] as const;

export type Conformance = (typeof everything)[number];

export function linkOf(value: string, rel: string, href: string): RdapObject {
  return { value, rel, href, type: mediaType };
}

/** The two days that everything in a register has. */
export function eventsOf(registeredOn: string, changedAt: Date | undefined): RdapObject[] {
  const events: RdapObject[] = [];
  if (registeredOn !== "") events.push({ eventAction: "registration", eventDate: `${registeredOn}T00:00:00Z` });
  if (changedAt !== undefined) events.push({ eventAction: "last changed", eventDate: secondOf(changedAt) });
  return events;
}

export function secondOf(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

/** What stands under every answer: on which terms it is given, and where errors are told. */
export const noticesOf = oncePer(({ base, site, host }: RdapSurroundings): RdapObject[] =>
  lasting([
    {
      title: "Terms of Service",
      description: [
        `The registration data of ${host} is given for information about the use of Internet number resources.`,
        "By asking you agree to use it only for lawful purposes, and neither for advertising nor to build a copy.",
      ],
      links: [linkOf(`${base}/help`, "terms-of-service", `${base}/help`)],
    },
    {
      title: "Whois Inaccuracy Reporting",
      description: ["If you see something here that is wrong, write to the holder's contact or to the registry."],
      links: [{ value: `${base}/help`, rel: "inaccuracy-report", href: `${site}/lookup`, type: "text/html" }],
    },
  ]),
);

/** A whole answer: the object with what stands around it. */
export function wholeAnswer(
  surroundings: RdapSurroundings,
  conformance: Iterable<Conformance>,
  object: RdapObject,
): RdapObject {
  return Object.assign(
    { rdapConformance: [...new Set<Conformance>([...always, ...conformance])], notices: noticesOf(surroundings) },
    object,
    { port43: surroundings.host },
  );
}
