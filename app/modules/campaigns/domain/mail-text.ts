// The words of a mail: plain text with named placeholders. What could not be filled, or leads elsewhere, is refused with its place.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { languages } from "#app/platform/language/languages.ts";

export const placeholders = ["name", "organizations", "votes", "election", "opens", "closes", "claimsClose"] as const;
export type Placeholder = (typeof placeholders)[number];
export type PlaceholderValues = Readonly<Record<Placeholder, string>>;

export interface MailText {
  readonly subject: string;
  readonly body: string;
}
export type MailTexts = Readonly<Record<Language, MailText>>;

const mailText = z.object({ subject: z.string(), body: z.string() });

/** The words as they are kept: of a kind of mail, of a planned mail, and of one that waits for a second person. */
export const mailTexts = z.object({ es: mailText, en: mailText, pt: mailText });

/** Whether two mails say the same in every language. */
export function saySame(one: MailTexts, other: MailTexts): boolean {
  return languages.every(
    (language) => one[language].subject === other[language].subject && one[language].body === other[language].body,
  );
}

export type MailTextRefusal = Refusal<
  "TEXT_MISSING" | "TEXT_TOO_LONG" | "PLACEHOLDER_UNKNOWN" | "PLACEHOLDER_UNPAIRED" | "LINK_LEADS_ELSEWHERE"
>;

const longest = { subject: 150, body: 8_000 };

/** Reads the texts of all three languages; the first fault is refused with language, field and line. */
export function checkTexts(texts: MailTexts, baseUrl: string): Result<MailTexts, MailTextRefusal> {
  for (const language of languages) {
    for (const field of ["subject", "body"] as const) {
      const text = texts[language][field];
      if (text.trim() === "") return refuse("TEXT_MISSING", { language, field });
      if (text.length > longest[field]) return refuse("TEXT_TOO_LONG", { language, field, most: longest[field] });
      const fault = faultIn(text, { language, field }, baseUrl);
      if (fault !== undefined) return fault;
    }
  }
  return ok(texts);
}

function faultIn(text: string, place: { readonly language: Language; readonly field: string }, baseUrl: string) {
  for (const [index, content] of text.split("\n").entries()) {
    const where = { ...place, line: index + 1 };
    const rest = content.replace(/\{(\w+)\}/g, "");
    const unknown = [...content.matchAll(/\{(\w+)\}/g)]
      .map(([, name = ""]) => name)
      .find((name) => !isPlaceholder(name));
    if (unknown !== undefined) return refuse("PLACEHOLDER_UNKNOWN", { ...where, placeholder: unknown });
    if (/[{}]/.test(rest)) return refuse("PLACEHOLDER_UNPAIRED", where);
    const foreign = foreignLinksIn(content, baseUrl)[0];
    if (foreign !== undefined) return refuse("LINK_LEADS_ELSEWHERE", { ...where, link: foreign });
  }
  return undefined;
}

// What mail programs make a link of: any scheme, "www.", and a host with something behind it.
const linkPattern =
  /(?:[a-z][a-z0-9+.-]*:\/\/|www\.|(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}(?::\d+)?(?:\/|[?#](?=\S)))[^\s<>"]*/giu;

// Security: members learn that all our links begin alike and lead to pages that everybody may read; no address in a mass mail may
// carry a credential behind "#" or "?", nor lead to where one is asked for or reset.
const publicPaths = /^\/(?:$|(?:elections|bodies|candidates)(?:\/|$))/;

/** The links that do not lead to a public page of ours. */
function foreignLinksIn(content: string, baseUrl: string): string[] {
  return [...content.matchAll(linkPattern)]
    .map(([link]) => link.replace(/[.,;:!?)\]»”'’]+$/u, ""))
    .filter((link) => !isOwnPublicPage(link, baseUrl));
}

function isOwnPublicPage(link: string, baseUrl: string): boolean {
  if (link !== baseUrl && !link.startsWith(`${baseUrl}/`)) return false;
  if (/[#?\\%]/.test(link) || !URL.canParse(link)) return false;
  const { origin, pathname } = new URL(link);
  return origin === new URL(baseUrl).origin && publicPaths.test(pathname);
}

/** Filled words without what a value smuggled in: an organisation may be called like a link. */
export function withoutForeignLinks(text: string, baseUrl: string): string {
  return foreignLinksIn(text, baseUrl).reduce((rest, link) => rest.replaceAll(link, "…"), text);
}

function isPlaceholder(name: string): name is Placeholder {
  return placeholders.some((each) => each === name);
}

/** The text with the values in the places. */
export function fillText(text: string, values: PlaceholderValues): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole));
}

/** Paragraphs are parted by an empty line. */
export function paragraphsOf(body: string): string[] {
  return body
    .replaceAll("\r\n", "\n")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}
