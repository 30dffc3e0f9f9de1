// What the rules of a roll's date call its classes and categories, so that people read names and not keys.
import { rulesOn } from "#app/modules/membership/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { namesOfImported } from "../domain/roll-names.ts";

export interface RollWords {
  readonly class: Readonly<Record<string, Trilingual>>;
  readonly category: Readonly<Record<string, Trilingual>>;
}

/** Names by key, those of imported voters included. */
export async function findRollWords(context: ReadingContext, rollDate: string): Promise<RollWords> {
  const { document } = await rulesOn(context, rollDate);
  const byKey = (known: readonly { readonly key: string; readonly names: Trilingual }[]) => ({
    ...namesOfImported,
    ...Object.fromEntries(known.map(({ key, names }) => [key, names])),
  });
  return { class: byKey(document.classes), category: byKey(document.categories) };
}
