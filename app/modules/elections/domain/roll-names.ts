// The names of class and category that a roll keeps, so that pages show words and not keys.
import type { VotesExplanation } from "#app/modules/membership/index.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";

/** The names out of the explanation that was frozen with the entry; the keys where there are none. */
export function rollNamesOf(entry: {
  readonly class: string;
  readonly category: string;
  readonly explanation: unknown;
}): { readonly classNames: Trilingual; readonly categoryNames: Trilingual } {
  const read = entry.explanation as Partial<VotesExplanation> | null;
  return {
    classNames: read?.class?.names ?? sameInAll(entry.class),
    categoryNames: read?.category?.names ?? sameInAll(entry.category),
  };
}

function sameInAll(key: string): Trilingual {
  return { es: key, en: key, pt: key };
}
