// The columns of a planned mail whose words are few or which are kept as JSON, read in one way everywhere.
import { z } from "zod";
import { languages } from "#app/platform/language/languages.ts";
import { audiences, campaignKinds, campaignStates } from "./campaign-kinds.ts";
import { mailTexts } from "./mail-text.ts";

/** Countries and languages that narrow an audience; empty: no narrowing. */
export const narrowing = z.object({ countries: z.array(z.string()), languages: z.array(z.enum(languages)) });
export type Narrowing = Readonly<z.output<typeof narrowing>>;

export const campaignColumns = narrowing.extend({
  kind: z.enum(campaignKinds),
  texts: mailTexts,
  audience: z.enum(audiences),
  state: z.enum(campaignStates),
  totals: z.record(z.string(), z.number()).nullable(),
});

export function isNarrowed({ countries, languages }: Narrowing): boolean {
  return countries.length > 0 || languages.length > 0;
}

/** Whether two narrowings leave somebody in common; an empty one leaves everybody. */
export function doMeet(one: Narrowing, other: Narrowing): boolean {
  return meetIn(one.countries, other.countries) && meetIn(one.languages, other.languages);
}

function meetIn(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 || other.some((word) => one.includes(word));
}

/** Whether two narrowings are the same, in whatever order they were said. */
export function isSameNarrowing(one: Narrowing, other: Narrowing): boolean {
  return isSameSet(one.countries, other.countries) && isSameSet(one.languages, other.languages);
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.every((word) => other.includes(word)) && other.every((word) => one.includes(word));
}
