// The mail with which a voter without an account finds her entry on the roll: its key among the mails, and the address to which it leads.

const prefix = "roll-entry";

/** The same key means the same mail; an entry that was changed is told of anew. */
export function rollMailKey(rollEntryId: string, version: number): string {
  return `${prefix}:${rollEntryId}:${version}`;
}

/** The roll entry of a mail by its key; undefined: it is no mail about an entry. */
export function rollEntryOfRollMail(key: string): string | undefined {
  const [first, rollEntryId] = key.split(":");
  return first === prefix && rollEntryId !== "" ? rollEntryId : undefined;
}

/** What stands behind the "#", which no browser sends. The voting mail's second code stands there under the same word. */
export function rollCodeFragment(code: string): string {
  return `#second=${encodeURIComponent(code)}`;
}
