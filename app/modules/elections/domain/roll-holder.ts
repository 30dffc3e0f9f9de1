// Whether an entry of the roll is in the same hands as before: who holds it now reads nothing of what somebody before her wrote.

/** The columns that say who holds an entry. */
export interface HolderFacts {
  readonly contactAccountId: string | null;
  readonly contactName: string;
  readonly contactEmail: string;
}

/** The same account, or the same name under the same address. Why both: a mailbox of an office is read by whoever works there. */
export function isSameHolder(before: HolderFacts, after: HolderFacts): boolean {
  if (before.contactAccountId !== null && before.contactAccountId === after.contactAccountId) return true;
  const isSameAddress = plain(before.contactEmail) === plain(after.contactEmail);
  return isSameAddress && plain(before.contactName) === plain(after.contactName);
}

/** One more where the entry goes into other hands. */
export function holderNumberAfter(before: HolderFacts & { readonly holderNumber: number }, after: HolderFacts): number {
  return before.holderNumber + (isSameHolder(before, after) ? 0 : 1);
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
