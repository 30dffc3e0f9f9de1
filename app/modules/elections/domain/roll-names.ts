// The names of class and category that a roll keeps, so that pages show words and not keys.
import type { VotesExplanation } from "#app/modules/membership/index.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";

/** Voters of a list stand in classes that no rules of the register name. */
export const namesOfImported: Readonly<Record<string, Trilingual>> = {
  individual: { es: "Persona", en: "Person", pt: "Pessoa" },
  "national-registry": {
    es: "Organización de un registro nacional",
    en: "Organisation of a national registry",
    pt: "Organização de um registro nacional",
  },
};

/** What the public roll shows of a person in the place of her name. */
export function numberOfPerson(place: number): string {
  return `V-${String(place).padStart(5, "0")}`;
}

/** The names out of the explanation that was frozen with the entry; the keys where there are none. */
export function rollNamesOf(entry: {
  readonly class: string;
  readonly category: string;
  readonly explanation: unknown;
}): { readonly classNames: Trilingual; readonly categoryNames: Trilingual } {
  const read = entry.explanation as Partial<VotesExplanation> | null;
  return {
    classNames: read?.class?.names ?? nameOf(entry.class),
    categoryNames: read?.category?.names ?? nameOf(entry.category),
  };
}

function nameOf(key: string): Trilingual {
  return namesOfImported[key] ?? { es: key, en: key, pt: key };
}
