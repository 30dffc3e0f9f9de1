// Under which key a field of a change has its name: its own, or that of all fields of its kind with what it is of.

/** "categories.nano.votes" has no name of its own, but "categories_votes" is one for any category, `of` which it is. */
export function keysOfField(field: string): { readonly key: string; readonly keyOfAny: string; readonly of: string } {
  const [list = "", of = "", ...rest] = field.split(".");
  const key = field.replaceAll(".", "_");
  return { key, of, keyOfAny: rest.length === 0 ? key : [list, ...rest].join("_") };
}
