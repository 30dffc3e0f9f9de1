// What somebody typed to name a person: a user ID, an e-mail, a chosen suggestion, or words to search with.

export type PersonQuery =
  { readonly kind: "userId"; readonly userId: string } | { readonly kind: "words"; readonly words: string };

/** The text of a suggestion, which `readPersonQuery` reads back: "Ana Paz (ANA193)". */
export function suggestionText(person: { readonly name: string; readonly userId: string }): string {
  return `${person.name} (${person.userId})`;
}

/** Source: domain facts: user IDs are 2 to 6 letters with optional digits (CAO, NIT, MAP193). */
export function readPersonQuery(typed: string): PersonQuery | undefined {
  const text = typed.trim();
  if (text === "") return undefined;
  const chosen = /\(([A-Za-z]{2,6}[0-9]{0,8})\)$/.exec(text)?.[1];
  if (chosen !== undefined) return { kind: "userId", userId: chosen.toUpperCase() };
  if (/^[A-Za-z]{2,6}[0-9]{1,8}$/.test(text)) return { kind: "userId", userId: text.toUpperCase() };
  return { kind: "words", words: text };
}

/** "ana.paz@red.example" → "a•••@red.example": enough to recognise somebody, too little to write to. */
export function maskedEmail(email: string): string {
  const at = email.indexOf("@");
  return at < 1 ? "•••" : `${email.slice(0, 1)}•••${email.slice(at)}`;
}
