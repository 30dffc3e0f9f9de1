// Invents what a statistics file does not say: the holder's name, and people for its three contacts.
// The same seed and opaque id give the same invention, whatever else is in the file.
import type { Language } from "#app/platform/language/languages.ts";
import type { SeededChoice } from "./seeded-choice.ts";
import { seededChoice } from "./seeded-choice.ts";
import { firstNames, organizationForms, places, surnames } from "./words.ts";

export interface InventedPerson {
  /** People with the same key are one person, who acts for several organisations. */
  readonly key: string;
  readonly name: string;
  /** Under ".example", which no mail ever reaches. Source: RFC 2606 §2. */
  readonly email: string;
  readonly language: Language;
}

export interface InventedContacts {
  readonly administrative: InventedPerson;
  readonly billing: InventedPerson;
  readonly membership: InventedPerson;
}

const englishSpeaking = new Set(
  "AG AI AU AW BB BM BQ BS BZ CA CW DM FK GB GD GY JM KN KY LC MS SR SX TC TT US VC VG VI".split(" "),
);

/** The language in which people of a country are likely to want their mail. */
export function languageOfCountry(country: string): Language {
  if (country === "BR" || country === "PT") return "pt";
  return englishSpeaking.has(country) ? "en" : "es";
}

/** A plausible name for a holder of whom the number alone is known. */
export function inventName(seed: number, opaqueId: string, country: string): string {
  const language = languageOfCountry(country);
  const choice = seededChoice(`${seed}/name/${opaqueId}`);
  const place = `${choice.of(places[language])} ${choice.of(surnames[language])}`;
  return choice.of(organizationForms[language]).replace("#", place);
}

/** Most small organisations have one person for all three roles; some share a person with others of the country. */
export function inventContacts(
  seed: number,
  opaqueId: string,
  country: string,
  organizationName: string,
): InventedContacts {
  const choice = seededChoice(`${seed}/contacts/${opaqueId}`);
  const language = languageOfCountry(country);
  const domain = `${domainWord(organizationName)}.example`;
  const person = (role: string) => inventPerson(choice, `${opaqueId}/${role}`, language, domain);
  const sort = choice.below(100);
  if (sort < 4) {
    const consultant = inventConsultant(seed, country, choice.below(30));
    return { administrative: consultant, billing: consultant, membership: consultant };
  }
  const administrative = person("administrative");
  if (sort < 60) return { administrative, billing: administrative, membership: administrative };
  const billing = person("billing");
  return { administrative, billing, membership: sort < 90 ? administrative : person("membership") };
}

/** A person who acts for several organisations of a country, as consultants and groups of companies do. */
function inventConsultant(seed: number, country: string, number: number): InventedPerson {
  const key = `${country}/consultant/${number}`;
  return inventPerson(
    seededChoice(`${seed}/${key}`),
    key,
    languageOfCountry(country),
    `consultores-${country.toLowerCase()}.example`,
  );
}

function inventPerson(choice: SeededChoice, key: string, language: Language, domain: string): InventedPerson {
  const first = choice.of(firstNames[language]);
  const family = choice.of(surnames[language]);
  const second = language === "en" ? "" : ` ${choice.of(surnames[language])}`;
  return { key, name: `${first} ${family}${second}`, email: `${word(first)}.${word(family)}@${domain}`, language };
}

/** The telling part of an organisation's name, as it could stand in a domain name. */
function domainWord(name: string): string {
  const words = name
    .split(/\s+/)
    .map(word)
    .filter((each) => each.length > 2);
  return words.slice(0, 2).join("-").slice(0, 40).replace(/-$/, "") || "organizacion";
}

function word(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}
