// Whether two candidates of a contest bear one name: ballot, archive and minutes tell candidates apart by nothing else, in any language.
import { personKey } from "#app/modules/bodies/index.ts";

/** The first name that is somebody else's too, capitals and spaces aside; undefined where each name is one person's. */
export function findNamedAlike(candidates: readonly { readonly name: string }[]): string | undefined {
  const known = new Set<string>();
  for (const { name } of candidates) {
    const key = personKey(name);
    if (known.has(key)) return name;
    known.add(key);
  }
  return undefined;
}
