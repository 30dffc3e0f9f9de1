// What the three languages have in common: one sentence for each code of a line, and how people are listed with what they hold.
import type { LineParams } from "../types.ts";

/** How a reader's language writes numbers, lists and countries. */
export interface SentenceFormats {
  readonly number: (value: number) => string;
  readonly list: (words: readonly string[]) => string;
  readonly country: (code: string) => string;
}

export type Words = {
  readonly [C in keyof LineParams]: (params: LineParams[C], formats: SentenceFormats) => string;
};

export interface Holders {
  readonly elected: readonly string[];
  readonly staying: readonly string[];
}

/** "A (elected before) and Z (stays in office)". */
export function listHolders(
  { elected, staying }: Holders,
  words: { readonly elected: string; readonly staying: string },
  { list }: SentenceFormats,
): string {
  return list([
    ...elected.map((name) => `${name} (${words.elected})`),
    ...staying.map((name) => `${name} (${words.staying})`),
  ]);
}

/** " (Brazil; Example Group)", or nothing. */
export function inBrackets(
  citizenships: readonly string[],
  employerGroup: string,
  { list, country }: SentenceFormats,
): string {
  const parts = [list(citizenships.map(country)), employerGroup].filter((part) => part !== "");
  return parts.length === 0 ? "" : ` (${parts.join("; ")})`;
}

export function isOne({ elected, staying }: Holders): boolean {
  return elected.length + staying.length === 1;
}
