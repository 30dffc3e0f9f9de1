// The directory as text of WHOIS: labels of thirteen columns, days as YYYYMMDD, lines that end in CR LF.
// Source: RFC 3912; the layout is that of whois.lacnic.net, which programs of the region read.
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import { writeAsn } from "#app/modules/resources/index.ts";
import type { Answer } from "../find-answer.ts";
import type { PublicContact, PublicNetwork, PublicOrganization, PublicSystem } from "../public-view.ts";
import { oncePer } from "../once-per.ts";
import type { ReverseRange } from "../reverse-zones.ts";

export interface WhoisSurroundings {
  /** The name under which people reach this installation. */
  readonly host: string;
  readonly clientAddress: string;
  readonly now: Date;
  /** The client has asked so much that it gets no contacts; or it asks too much in all. */
  readonly notice?: "reduced";
}

/** What an answer is about that is there, or what was asked and who may know of it. */
type Outcome =
  | { readonly isFound: true }
  | { readonly isFound: false; readonly typed: string; readonly elsewhere: string | undefined };

/** What stands before and behind the lines of the answer. */
export function writeAround(outcome: Outcome, surroundings: WhoisSurroundings) {
  const { host, clientAddress, notice } = surroundings;
  const opening = [
    `% IP Client: ${clientAddress}`,
    "",
    `% Joint Whois - ${host}`,
    "%  This server accepts single ASN, IPv4 or IPv6 queries",
    "",
    ...(notice === "reduced" ? ["% Query rate limit exceeded. Reduced information.", ""] : []),
    ...(outcome.isFound ? termsOfUse(surroundings) : noMatch(outcome, host)),
  ];
  return { opening: text(opening), closing: text(closingWords(host)) };
}

function noMatch({ typed, elsewhere }: Extract<Outcome, { isFound: false }>, host: string): string[] {
  const sentence = `% No match for "${printable(typed).toUpperCase()}"`;
  return elsewhere === undefined
    ? [sentence, ""]
    : [`% Not assigned to ${host}`, `% The registry that answers for it: ${elsewhere}`, "", sentence, ""];
}

/** The lines of the answer as they are sent; nothing where there is none. */
export function writeAnswerBody(answer: Answer | undefined, withContacts: boolean): string {
  return answer === undefined ? "" : text(answerLines(answer, withContacts));
}

/** A line or two that stand for an answer that is not given. */
export function writeRefusal(sentence: string, { host, clientAddress }: WhoisSurroundings): string {
  return text([`% IP Client: ${clientAddress}`, "", `% ${sentence}`, "", ...closingWords(host)]);
}

/** The lines of the answer alone, as a page or a preview shows them. */
export function writeAnswerLines(answer: Answer): string {
  return answerLines(answer, true).slice(0, -1).join("\n");
}

function answerLines(answer: Answer, withContacts: boolean): string[] {
  const contacts = withContacts ? contactsOf(answer).flatMap(contactLines) : [];
  switch (answer.kind) {
    case "network":
      return [...networkLines(answer.network), "", ...contacts];
    case "system":
      return [...systemLines(answer.system), "", ...contacts];
    case "organization":
      return [...organizationLines(answer.organization), "", ...contacts];
    case "contact":
      return [...contactLines(answer.contact)];
  }
}

function networkLines(network: PublicNetwork): string[] {
  const { holder, parent } = network;
  return [
    line("inetnum", formatPrefix(network.prefix)),
    line("status", network.status),
    line("aut-num", network.originAsn === null ? "N/A" : writeAsn(network.originAsn)),
    line("owner", network.isResidential ? residentialName(network) : (holder?.name ?? "")),
    ...(holder === undefined ? [] : holderLines(holder)),
    ...contactLine("tech-c", network.technical),
    ...contactLine("abuse-c", network.abuse),
    ...network.reverse.flatMap(reverseLines),
    ...dayLines(network),
    ...(parent === undefined ? [] : [line("inetnum-up", formatPrefix(parent))]),
  ];
}

function reverseLines({ prefix, zones: [zone] }: ReverseRange): string[] {
  const lines = [line("inetrev", formatPrefix(prefix))];
  for (const { host, status, statusOn, lastAuthoritativeOn, isPublished } of zone?.servers ?? []) {
    lines.push(
      line("nserver", `${host.toUpperCase()}${isPublished ? "" : " [lame - not published]"}`),
      line("nsstat", `${dayOf(statusOn)} ${status}`),
      line("nslastaa", lastAuthoritativeOn === null ? "" : dayOf(lastAuthoritativeOn)),
    );
  }
  for (const { keyTag, algorithm, digestType, digest } of zone?.dsRecords ?? []) {
    lines.push(line("dsrdata", `${keyTag} ${algorithm} ${digestType} ${digest}`));
  }
  return lines;
}

/** The service area in the place of the customer. */
export function residentialName({ name }: PublicNetwork): string {
  return name === "" ? "Residential customer" : `${name} (residential customer)`;
}

function systemLines(system: PublicSystem): string[] {
  const { holder } = system;
  return [
    line("aut-num", writeAsn(system.asn)),
    line("owner", holder?.name ?? ""),
    ...(holder === undefined ? [] : holderLines(holder)),
    ...contactLine("routing-c", system.routing),
    ...contactLine("abuse-c", system.abuse),
    ...dayLines(system),
  ];
}

function organizationLines(organization: PublicOrganization): string[] {
  const { name, createdAt } = organization;
  return [line("owner", name), ...holderLines(organization), line("created", dayOf(createdAt))];
}

const holderLines = oncePer((holder: PublicOrganization): readonly string[] => {
  const place = [holder.postalCode, holder.city].filter((part) => part !== "").join(" - ");
  return [
    line("ownerid", holder.handle),
    line("responsible", holder.administrative?.name ?? ""),
    ...(holder.street === "" ? [] : [line("address", holder.street)]),
    ...(place === "" ? [] : [line("address", place)]),
    line("country", holder.country),
    line("phone", holder.phone === "" ? "" : `${holder.phone} []`),
    ...contactLine("owner-c", holder.administrative),
  ];
});

function contactLine(label: string, contact: PublicContact | undefined): string[] {
  return contact === undefined ? [] : [line(label, contact.handle)];
}

function dayLines({ registeredOn, changedAt }: Pick<PublicNetwork, "registeredOn" | "changedAt">): string[] {
  const changed = dayOf(changedAt);
  return [line("created", registeredOn === "" ? changed : registeredOn.replaceAll("-", "")), line("changed", changed)];
}

const contactLines = oncePer(({ handle, name, email, createdAt }: PublicContact): readonly string[] => [
  line("nic-hdl", handle),
  line("person", name),
  line("e-mail", email),
  line("created", dayOf(createdAt)),
  "",
]);

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

function closingWords(host: string): string[] {
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

function text(lines: readonly string[]): string {
  return `${lines.join("\r\n")}\r\n`;
}

function line(label: string, value: string): string {
  return `${`${label}:`.padEnd(13)}${printable(value)}`.trimEnd();
}

/** Security: what people typed begins no line of its own in the answer, and commands no terminal: nor do C1 controls or marks of direction. */
function printable(value: string): string {
  return value.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ");
}
