// The reasoning in words: each line of the count as a sentence that reads like a person's, in three languages.
import { english } from "./sentences/english.ts";
import { portuguese } from "./sentences/portuguese.ts";
import { spanish } from "./sentences/spanish.ts";
import type { SentenceFormats, Words } from "./sentences/words.ts";
import type { CountLine } from "./types.ts";

export type { SentenceFormats } from "./sentences/words.ts";
export type SentenceLanguage = "es" | "en" | "pt";

const words: Readonly<Record<SentenceLanguage, Words>> = { es: spanish, en: english, pt: portuguese };

/** The sentence of a line. */
export function sentenceOf(line: CountLine, language: SentenceLanguage, formats: SentenceFormats): string {
  // Why the cast: TypeScript does not see that the code picks the words for its own parameters.
  const say = words[language][line.code] as (params: unknown, formats: SentenceFormats) => string;
  return say(line.params, formats);
}
