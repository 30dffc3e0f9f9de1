// What the register, a list or a simulation says of one voter before the roll is frozen.

/** What an organisation may do on the roll date, and why. */
export interface RollRight {
  /** Null: a person, or an organisation that only a national registry knows. */
  readonly organizationId: string | null;
  readonly handle: string;
  readonly name: string;
  readonly country: string;
  readonly class: string;
  readonly category: string;
  readonly votes: number;
  readonly explanation: unknown;
  readonly contact: {
    /** Null: votes only by link. */
    readonly accountId: string | null;
    readonly name: string;
    readonly email: string;
    readonly language: string;
  } | null;
  /** By account where nothing is said; an imported voter votes by link. */
  readonly channel?: "account" | "link";
  readonly isEntitled: boolean;
  /** Why it is left out; a simulation leaves nobody out. */
  readonly reasonsNot?: readonly string[];
}

/** Whether the register knows a membership contact who can vote: nobody else then votes for the organisation. */
export function hasOwnContact({ contact, reasonsNot = [] }: Pick<RollRight, "contact" | "reasonsNot">): boolean {
  return contact !== null && !reasonsNot.includes("NO_MEMBERSHIP_CONTACT");
}
