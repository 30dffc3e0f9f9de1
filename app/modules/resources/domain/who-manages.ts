// Who manages a network or an AS number: its technical (routing) contact, and the administrative contact of its holder (owner-c).
// Source: MiLACNIC questions and answers, "How do I manage the resources assigned to my organization?" and the one after it.

export interface ManagedBy {
  /** The holder's administrative contact; null where nobody is named. */
  readonly administrativeContactId: string | null;
  /** Technical contact of a network, routing contact of an AS number; null: the administrative contact. */
  readonly technicalContactId: string | null;
}

export function manages(accountId: string, { administrativeContactId, technicalContactId }: ManagedBy): boolean {
  return accountId === administrativeContactId || accountId === technicalContactId;
}

/** Who answers for it technically. */
export function technicalContactOf({ administrativeContactId, technicalContactId }: ManagedBy): string | null {
  return technicalContactId ?? administrativeContactId;
}
