// The addresses of the directory.

/** Who holds what: asked by a person. */
export function linkToLookup(question?: string): string {
  return question === undefined ? "/lookup" : `/lookup?query=${encodeURIComponent(question)}`;
}
