// A contest as a call offers it: the seats, the frozen rules of its body, and who stays in office.
import type { Trilingual } from "#app/platform/language/languages.ts";

/** The rules of a body that bear on candidacies. */
export interface CallRules {
  readonly capPerCitizenship: number | null;
  readonly capPerEmployerGroup: number | null;
  readonly nominators: "membership-contacts" | "anyone";
  readonly nominationsPerOrganization: number | "one-per-seat";
  readonly endorsementsNeeded: number;
  readonly incompatibleBodies: readonly string[];
}

/** Somebody who stays in office after the election. */
export interface StayingHolder {
  readonly name: string;
  readonly citizenships: readonly string[];
  readonly employerGroup: string;
}

export interface CallContest {
  readonly id: string;
  readonly electionId: string;
  readonly bodyKey: string;
  readonly title: Trilingual;
  readonly description: Trilingual;
  readonly seats: number;
  readonly rules: CallRules;
  readonly staying: readonly StayingHolder[];
}

/** Without rules of a body: what every call since 2023 asks, and no caps. */
export const rulesWithoutBody: CallRules = {
  capPerCitizenship: null,
  capPerEmployerGroup: null,
  nominators: "membership-contacts",
  nominationsPerOrganization: "one-per-seat",
  endorsementsNeeded: 0,
  incompatibleBodies: [],
};

/** How many candidates one organisation may nominate. Source: calls of 2023 to 2026: up to one per vacant seat. */
export function nominationsAllowed({ rules, seats }: Pick<CallContest, "rules" | "seats">): number {
  return rules.nominationsPerOrganization === "one-per-seat" ? seats : rules.nominationsPerOrganization;
}

/** How many candidates one organisation may support: as many as there are seats. */
export function endorsementsAllowed({ seats }: Pick<CallContest, "seats">): number {
  return seats;
}

/** A citizenship with which nobody can be elected now, and the office holders who use up its cap. */
export interface BarredCitizenship {
  readonly code: string;
  readonly cap: number;
  readonly holders: readonly string[];
}

/** Citizenships whose cap is used up by those who stay. Source: bodies' rules; every citizenship of a holder counts. */
export function barredWithReasons({ rules, staying }: Pick<CallContest, "rules" | "staying">): BarredCitizenship[] {
  const cap = rules.capPerCitizenship;
  if (cap === null) return [];
  const codes = [...new Set(staying.flatMap(({ citizenships }) => citizenships))].sort();
  return codes.flatMap((code) => {
    const holders = staying.filter(({ citizenships }) => citizenships.includes(code)).map(({ name }) => name);
    return holders.length >= cap ? [{ code, cap, holders }] : [];
  });
}

/** Those who stay and belong to the same company or group, however its name was typed. */
export function stayingInGroup({ staying }: Pick<CallContest, "staying">, employerGroup: string): string[] {
  const wanted = comparable(employerGroup);
  if (wanted === "") return [];
  return staying.filter((holder) => comparable(holder.employerGroup) === wanted).map(({ name }) => name);
}

/** Names and groups without accents, case and punctuation: two spellings of one name compare equal. */
export function comparable(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
