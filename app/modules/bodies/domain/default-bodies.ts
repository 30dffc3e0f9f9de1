// The bodies and the rules that hold until an administrator writes others. What no published text says is marked as assumed.
// Source: lacnic.net/244 and /739 (Board), /734, /7063 and /7904 (Electoral Commission), older copies for what held before.
import type { Trilingual } from "#app/platform/language/languages.ts";
import type { BodyRules, BodyRulesVersion } from "./rules.ts";

/** An elected body. */
export interface Body {
  readonly key: string;
  readonly names: Trilingual;
}

/** The bodies that every installation has. "other" stands for elections of no body: representatives, questions. */
export const builtInBodies: readonly Body[] = [
  { key: "board", names: { es: "Directorio", en: "Board of Directors", pt: "Diretoria" } },
  {
    key: "fiscal-commission",
    names: { es: "Comisión Fiscal", en: "Fiscal Commission", pt: "Comissão Fiscal" },
  },
  {
    key: "electoral-commission",
    names: { es: "Comisión Electoral", en: "Electoral Commission", pt: "Comissão Eleitoral" },
  },
  { key: "other", names: { es: "Otra elección", en: "Other election", pt: "Outra eleição" } },
];

const today: BodyRules = {
  seats: 9,
  termYears: 3,
  termsBegin: "new-year",
  renewalsPerYear: 3,
  capPerCitizenship: 2,
  capPerEmployerGroup: 1,
  nominators: "membership-contacts",
  nominationsPerOrganization: "one-per-seat",
  endorsementsNeeded: 2,
  incompatibleBodies: ["fiscal-commission", "electoral-commission"],
  tieRule: "lot",
};

const commission: BodyRules = {
  ...today,
  seats: 5,
  termsBegin: "after-election",
  renewalsPerYear: 2,
  capPerCitizenship: 1,
  nominationsPerOrganization: 1,
  incompatibleBodies: ["board", "fiscal-commission"],
};

const fiscal: BodyRules = {
  ...today,
  seats: 3,
  termsBegin: "after-election",
  renewalsPerYear: 1,
  capPerCitizenship: null,
  capPerEmployerGroup: null,
  incompatibleBodies: ["board", "electoral-commission"],
};

const other: BodyRules = {
  ...today,
  seats: 1,
  termsBegin: "after-election",
  renewalsPerYear: 1,
  capPerCitizenship: null,
  capPerEmployerGroup: null,
  endorsementsNeeded: 0,
  incompatibleBodies: [],
};

const always = "1900-01-01";
/** Assumed: the reform's own day is not published; pages of 2024 show the present sizes. */
const sinceReform = "2024-01-01";

function version(bodyKey: string, effectiveFrom: string, document: BodyRules, source: string): BodyRulesVersion {
  return { id: `default-${bodyKey}-${effectiveFrom}`, bodyKey, effectiveFrom, isAssumed: true, source, document };
}

const assumedParts = "Assumed: endorsements, ties, the day from which it holds.";

/** The built-in versions, the newest first. */
export const defaultVersions: readonly BodyRulesVersion[] = [
  version(
    "board",
    sinceReform,
    today,
    `lacnic.net/739 and /244: 9 seats, three renewed a year, three calendar years, at most two of one citizenship. ${assumedParts}`,
  ),
  version(
    "board",
    always,
    { ...today, seats: 7 },
    `Bylaws until about 2023 (lac.ipv6tf.org/244): 7 seats, two or three renewed a year. ${assumedParts}`,
  ),
  version(
    "fiscal-commission",
    always,
    fiscal,
    `Bylaws: 3 seats, three years, one seat a year. No cap is published. ${assumedParts}`,
  ),
  version(
    "electoral-commission",
    sinceReform,
    commission,
    `lacnic.net/734, /7063, /7904: 5 seats, three years, one or two a year, one of each citizenship, one nomination for each organisation. ${assumedParts}`,
  ),
  version(
    "electoral-commission",
    always,
    { ...commission, seats: 3, renewalsPerYear: 3 },
    `Bylaws until about 2023 and lacnic.net/2728 (2018): 3 seats, one of each citizenship. ${assumedParts}`,
  ),
  version("other", always, other, "Assumed: one seat, no caps, no endorsements; each election says its own."),
];
