// A contest as a call offers it: the seats, the frozen rules of its body, and who stays in office.
import { employerKey } from "#app/lib/seat-count/index.ts";
import { barredCitizenships, barredEmployerGroups, personKey } from "#app/modules/bodies/index.ts";
import type { BodyRules, OfficeHolder } from "#app/modules/bodies/index.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";

/** The rules of a body that bear on candidacies. */
export type CallRules = Pick<
  BodyRules,
  | "capPerCitizenship"
  | "capPerEmployerGroup"
  | "nominators"
  | "nominationsPerOrganization"
  | "endorsementsNeeded"
  | "incompatibleBodies"
>;

export interface CallContest {
  readonly id: string;
  readonly electionId: string;
  readonly bodyKey: string;
  readonly title: Trilingual;
  readonly description: Trilingual;
  readonly seats: number;
  readonly rules: CallRules;
  readonly staying: readonly OfficeHolder[];
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

/** Citizenships whose cap is used up by those who stay. */
export function barredWithReasons({ rules, staying }: Pick<CallContest, "rules" | "staying">): BarredCitizenship[] {
  return barredCitizenships(rules, staying)
    .map(({ citizenship, cap, holders }) => ({ code: citizenship, cap, holders }))
    .sort((left, right) => (left.code < right.code ? -1 : 1));
}

/** Those who stay and already fill the cap of this employer or group, however its name was typed. */
export function holdersFillingGroup(
  { rules, staying }: Pick<CallContest, "rules" | "staying">,
  group: string,
): string[] {
  const barred = barredEmployerGroups(rules, staying);
  // Why: nobody is barred for having no employer.
  const key = employerKey(group);
  return barred.filter((line) => employerKey(line.employerGroup) === key).flatMap(({ holders }) => holders);
}

/** Two spellings of one name compare equal. */
export function isSameName(left: string, right: string): boolean {
  return personKey(left) !== "" && personKey(left) === personKey(right);
}
