// One body on a day: its rules over time, who is in office until when, vacancies, and whom the caps would bar today.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { CapLine } from "../domain/barred.ts";
import { citizenshipLines, employerLines } from "../domain/barred.ts";
import type { Body } from "../domain/default-bodies.ts";
import type { PublicTerm } from "../domain/office-holder.ts";
import { isInOffice, lastDayOf, vacanciesOn } from "../domain/office-holder.ts";
import type { BodyRulesVersion } from "../domain/rules.ts";
import { findBody, listBodies, listBodyRulesVersions } from "./bodies.server.ts";
import { listTerms } from "./office-holders.server.ts";

export interface BodyOverview {
  readonly body: Body;
  readonly on: string;
  /** The version that holds on the day. */
  readonly rules: BodyRulesVersion | undefined;
  /** All versions, the newest first. */
  readonly versions: readonly BodyRulesVersion[];
  readonly inOffice: readonly PublicTerm[];
  readonly future: readonly PublicTerm[];
  readonly past: readonly PublicTerm[];
  readonly vacancies: number;
  readonly citizenships: readonly CapLine[];
  readonly employers: readonly CapLine[];
}

/** Undefined when there is no body of this key. */
export async function bodyOverview(
  context: ReadingContext,
  bodyKey: string,
  on: string,
): Promise<BodyOverview | undefined> {
  const body = await findBody(context, bodyKey);
  if (body === undefined) return undefined;
  const versions = await listBodyRulesVersions(context, bodyKey);
  const rules = versions.find(({ effectiveFrom }) => effectiveFrom <= on);
  // Privacy: whose account it is concerns nobody who reads who is in office.
  const terms = (await listTerms(context, { bodyKey })).map(({ accountId: _accountId, ...term }) => term);
  const inOffice = terms.filter((term) => isInOffice(term, on));
  const noCaps = { capPerCitizenship: null, capPerEmployerGroup: null };
  return {
    body,
    on,
    rules,
    versions,
    inOffice,
    future: terms.filter((term) => term.from > on),
    past: terms.filter((term) => lastDayOf(term) < on).reverse(),
    vacancies: rules === undefined ? 0 : vacanciesOn(rules.document.seats, terms, on),
    citizenships: citizenshipLines(rules?.document ?? noCaps, inOffice),
    employers: employerLines(rules?.document ?? noCaps, inOffice),
  };
}

/** Every body that has seats to be held, with those in office. */
export async function listBodyOverviews(context: ReadingContext, on: string): Promise<BodyOverview[]> {
  const overviews: BodyOverview[] = [];
  for (const { key } of await listBodies(context)) {
    const overview = key === "other" ? undefined : await bodyOverview(context, key, on);
    if (overview !== undefined) overviews.push(overview);
  }
  return overviews;
}
