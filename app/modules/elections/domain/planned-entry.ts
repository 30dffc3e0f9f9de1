// An entry of the roll as a change would leave it, and what must be known of the election to say so.

/** The columns of an entry that change. */
export interface PlannedEntry {
  readonly organizationId: string | null;
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly country: string;
  readonly class: string;
  readonly category: string;
  readonly votes: number;
  readonly explanation: unknown;
  readonly contactAccountId: string | null;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactLanguage: string;
  /** How it votes, fixed when the entry comes in. */
  readonly rollChannel: string;
}

export interface RollFacts {
  readonly id: string;
  readonly electorate: string;
  readonly rollDate: string;
}
