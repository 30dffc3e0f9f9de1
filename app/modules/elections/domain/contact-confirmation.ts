// Where the question "are you still the one who votes?" stands for one organisation.
// Source: domain facts §2.3 (the member alone answers for the contact's accuracy), §8 no. 14 (a check of contacts before the cut-off).

export const confirmationStates = ["confirmed", "corrected", "replaced", "unreachable", "waiting"] as const;
/** corrected: "I am not the right person"; replaced: somebody else is the contact by now; unreachable: the mail comes back. */
export type ConfirmationState = (typeof confirmationStates)[number];

export interface AskedContact {
  readonly accountId: string;
  readonly confirmedAt: Date | null;
  readonly correctedAt: Date | null;
}

/** `presentAccountId`: the membership contact now; undefined when there is none. */
export function confirmationStateOf(
  asked: AskedContact,
  now: { readonly presentAccountId: string | undefined; readonly isUndeliverable: boolean },
): ConfirmationState {
  if (now.presentAccountId !== asked.accountId && now.presentAccountId !== undefined) return "replaced";
  if (asked.correctedAt !== null) return "corrected";
  if (asked.confirmedAt !== null) return "confirmed";
  return now.isUndeliverable ? "unreachable" : "waiting";
}
