// The directory as text of WHOIS: labels of thirteen columns, days as YYYYMMDD, lines that end in CR LF.
// Source: RFC 3912; the layout is that of whois.lacnic.net, which programs of the region read.
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import { writeAsn } from "#app/modules/resources/index.ts";
import type { Answer } from "../find-answer.ts";
import type { PublicContact, PublicNetwork, PublicOrganization, PublicSystem } from "../public-view.ts";
import type { ReverseRange } from "../reverse-zones.ts";

export interface WhoisSurroundings {
  /** The name under which people reach this installation. */
  readonly host: string;
  readonly clientAddress: string;
  readonly now: Date;
  /** The client has asked so much that it gets no contacts; or it asks too much in all. */
  readonly notice?: "reduced";
}

type Line = readonly [label: string, value: string] | string;

/** A whole answer. `typed` is what was asked, for the answer that there is none. */
export function writeWhois(answer: Answer | undefined, typed: string, surroundings: WhoisSurroundings): string {
  const { host, clientAddress, notice } = surroundings;
  const opening = [
    `% IP Client: ${clientAddress}`,
    "",
    `% Joint Whois - ${host}`,
    "%  This server accepts single ASN, IPv4 or IPv6 queries",
    "",
    ...(notice === "reduced" ? ["% Query rate limit exceeded. Reduced information.", ""] : []),
  ];
  const body =
    answer === undefined
      ? [`% No match for "${printable(typed)}"`, ""]
      : [...termsOfUse(surroundings), ...answerLines(answer, notice !== "reduced")];
  return text([...opening, ...body, ...closing(host)]);
}

/** A line or two that stand for an answer that is not given. */
export function writeRefusal(sentence: string, { host, clientAddress }: WhoisSurroundings): string {
  return text([`% IP Client: ${clientAddress}`, "", `% ${sentence}`, "", ...closing(host)]);
}

/** The lines of the answer alone, as a page or a preview shows them. */
export function writeAnswerLines(answer: Answer): string {
  return answerLines(answer, true).slice(0, -1).map(writeLine).join("\n");
}

function answerLines(answer: Answer, withContacts: boolean): Line[] {
  const contacts = withContacts ? contactsOf(answer).flatMap(contactLines) : [];
  switch (answer.kind) {
    case "network":
      return [...networkLines(answer.network), "", ...contacts];
    case "system":
      return [...systemLines(answer.system), "", ...contacts];
    case "organization":
      return [...organizationLines(answer.organization), "", ...contacts];
    case "contact":
      return contactLines(answer.contact);
  }
}

function networkLines(network: PublicNetwork): Line[] {
  const { holder, parent } = network;
  return [
    ["inetnum", formatPrefix(network.prefix)],
    ["status", network.status],
    ["aut-num", network.originAsn === null ? "N/A" : writeAsn(network.originAsn)],
    ["owner", network.isResidential ? residentialName(network) : (holder?.name ?? "")],
    ...holderLines(holder),
    ...contactLine("tech-c", network.technical),
    ...contactLine("abuse-c", network.abuse),
    ...network.reverse.flatMap(reverseLines),
    ...dayLines(network),
    ...(parent === undefined ? [] : [["inetnum-up", formatPrefix(parent)] as const]),
  ];
}

function reverseLines({ prefix, zones: [zone] }: ReverseRange): Line[] {
  const lines: Line[] = [["inetrev", formatPrefix(prefix)]];
  for (const { host, status, statusOn, lastAuthoritativeOn, isPublished } of zone?.servers ?? []) {
    lines.push(
      ["nserver", `${host.toUpperCase()}${isPublished ? "" : " [lame - not published]"}`],
      ["nsstat", `${dayOf(statusOn)} ${status}`],
      ["nslastaa", lastAuthoritativeOn === null ? "" : dayOf(lastAuthoritativeOn)],
    );
  }
  for (const { keyTag, algorithm, digestType, digest } of zone?.dsRecords ?? []) {
    lines.push(["dsrdata", `${keyTag} ${algorithm} ${digestType} ${digest}`]);
  }
  return lines;
}

/** The service area in the place of the customer. */
export function residentialName({ name }: PublicNetwork): string {
  return name === "" ? "Residential customer" : `${name} (residential customer)`;
}

function systemLines(system: PublicSystem): Line[] {
  return [
    ["aut-num", writeAsn(system.asn)],
    ["owner", system.holder?.name ?? ""],
    ...holderLines(system.holder),
    ...contactLine("routing-c", system.routing),
    ...contactLine("abuse-c", system.abuse),
    ...dayLines(system),
  ];
}

function organizationLines(organization: PublicOrganization): Line[] {
  return [["owner", organization.name], ...holderLines(organization), ["created", dayOf(organization.createdAt)]];
}

function holderLines(holder: PublicOrganization | undefined): Line[] {
  if (holder === undefined) return [];
  const place = [holder.postalCode, holder.city].filter((part) => part !== "").join(" - ");
  return [
    ["ownerid", holder.handle],
    ["responsible", holder.administrative?.name ?? ""],
    ...(holder.street === "" ? [] : [["address", holder.street] as const]),
    ...(place === "" ? [] : [["address", place] as const]),
    ["country", holder.country],
    ["phone", holder.phone === "" ? "" : `${holder.phone} []`],
    ...contactLine("owner-c", holder.administrative),
  ];
}

function contactLine(label: string, contact: PublicContact | undefined): Line[] {
  return contact === undefined ? [] : [[label, contact.handle]];
}

function dayLines({ registeredOn, changedAt }: Pick<PublicNetwork, "registeredOn" | "changedAt">): Line[] {
  const changed = dayOf(changedAt);
  const created = registeredOn === "" ? changed : registeredOn.replaceAll("-", "");
  return [
    ["created", created],
    ["changed", changed],
  ];
}

function contactLines({ handle, name, email, createdAt }: PublicContact): Line[] {
  return [["nic-hdl", handle], ["person", name], ["e-mail", email], ["created", dayOf(createdAt)], ""];
}

/** Each person once, in the order in which the answer names them. */
function contactsOf(answer: Answer): PublicContact[] {
  const named =
    answer.kind === "network"
      ? [answer.network.holder?.administrative, answer.network.technical, answer.network.abuse]
      : answer.kind === "system"
        ? [answer.system.holder?.administrative, answer.system.routing, answer.system.abuse]
        : answer.kind === "organization"
          ? [answer.organization.administrative]
          : [];
  const people = named.filter((contact) => contact !== undefined);
  return [...new Map(people.map((contact) => [contact.handle, contact])).values()];
}

function termsOfUse({ host, now }: WhoisSurroundings): string[] {
  return [
    `% Resource of ${host}`,
    "",
    "",
    `% Copyright ${host}`,
    "%  The data below is provided for information purposes",
    "%  and to assist persons in obtaining information about or",
    "%  related to AS and IP numbers registrations",
    "%  By submitting a whois query, you agree to use this data",
    "%  only for lawful purposes.",
    `%  ${now.toISOString().slice(0, 19).replace("T", " ")} (UTC +00:00)`,
    "",
  ];
}

function closing(host: string): string[] {
  return [
    `% ${host} accepts only direct match queries.`,
    "% Types of queries are: POCs, ownerid, CIDR blocks, IP",
    "% and AS numbers.",
    "",
  ];
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10).replaceAll("-", "");
}

function text(lines: readonly Line[]): string {
  return `${lines.map(writeLine).join("\r\n")}\r\n`;
}

function writeLine(line: Line): string {
  return typeof line === "string" ? line : `${`${line[0]}:`.padEnd(13)}${printable(line[1])}`.trimEnd();
}

/** Security: what people typed must not begin a line of its own in the answer. */
function printable(value: string): string {
  return value.replace(/[\u0000-\u001f\u007f]+/g, " ");
}
