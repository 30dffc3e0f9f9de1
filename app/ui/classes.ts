// Joins class names and leaves out what does not apply.

/** The given class names in one string. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
