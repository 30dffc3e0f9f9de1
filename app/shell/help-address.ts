// Whom readers write to when they need help: the address from which our mail comes.

/** "Plenaria <elections@example.org>" → "elections@example.org" */
export function addressOf(mailFrom: string): string {
  return /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom.trim();
}
