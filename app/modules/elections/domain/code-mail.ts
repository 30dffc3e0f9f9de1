// The mail with a voting code: its key among the mails, what is sealed in it, and the address of the booth to which its link leads.

const prefix = "voting-code";

/** The same key means the same mail; a code that is sent again is another one. */
export function codeMailKey(rollEntryId: string): string {
  return `${prefix}:${rollEntryId}`;
}

/** The beginning of the keys under which one entry's code was sent again. */
export function codeMailAgainPrefix(rollEntryId: string): string {
  return `${codeMailKey(rollEntryId)}:again:`;
}

/** The roll entry of a mail by its key; undefined: it is no mail with a voting code. */
export function rollEntryOfCodeMail(key: string): string | undefined {
  const [first, rollEntryId] = key.split(":");
  return first === prefix && rollEntryId !== "" ? rollEntryId : undefined;
}

/** What stands behind the "#", which no browser sends. */
export function codeFragment(parts: {
  readonly code: string;
  readonly rollEntryId: string;
  readonly secondCode?: string | undefined;
}): string {
  const second = parts.secondCode === undefined ? "" : `&second=${encodeURIComponent(parts.secondCode)}`;
  return `#code=${encodeURIComponent(parts.code)}${second}&entry=${encodeURIComponent(parts.rollEntryId)}`;
}
