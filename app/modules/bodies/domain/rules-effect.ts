// What a new version of a body's rules would change on its first day, with those who are in office then.
import { barredCitizenships } from "./barred.ts";
import type { OfficeTerm } from "./office-holder.ts";
import { isInOffice, vacanciesOn } from "./office-holder.ts";
import type { BodyRules } from "./rules.ts";
import { rulesDifferences } from "./rules.ts";

export interface RulesAtWork {
  readonly document: BodyRules;
  readonly vacancies: number;
  /** Citizenships of which nobody could be elected. */
  readonly barred: readonly string[];
}

export interface RulesEffect {
  readonly effectiveFrom: string;
  readonly fields: readonly (keyof BodyRules)[];
  readonly before: RulesAtWork;
  readonly after: RulesAtWork;
}

export function effectOfRules(
  before: BodyRules,
  after: BodyRules,
  terms: readonly OfficeTerm[],
  effectiveFrom: string,
): RulesEffect {
  const inOffice = terms.filter((term) => isInOffice(term, effectiveFrom));
  const atWork = (document: BodyRules): RulesAtWork => ({
    document,
    vacancies: vacanciesOn(document.seats, terms, effectiveFrom),
    barred: barredCitizenships(document, inOffice).map(({ citizenship }) => citizenship),
  });
  const fields = rulesDifferences(before, after).map(({ field }) => field);
  return { effectiveFrom, fields, before: atWork(before), after: atWork(after) };
}
