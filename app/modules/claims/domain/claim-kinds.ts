// The kinds of claims, what each may say is wrong, and the stages of the calendar that govern it. Source: calendar of the Board election of 2025.

export const claimKinds = ["roll", "candidate", "result"] as const;
export type ClaimKind = (typeof claimKinds)[number];

export const claimGrounds = ["missing", "votes-wrong", "should-not-be-there", "candidate", "result"] as const;
export type ClaimGround = (typeof claimGrounds)[number];

export const claimStates = ["filed", "under-review", "upheld", "rejected", "withdrawn"] as const;
export type ClaimState = (typeof claimStates)[number];

/** What a claim of each kind may say is wrong; the first is taken where nothing was said. */
export const groundsOf: Readonly<Record<ClaimKind, readonly ClaimGround[]>> = {
  roll: ["missing", "votes-wrong", "should-not-be-there"],
  candidate: ["candidate"],
  result: ["result"],
};

/** The stage in which claims of the kind are filed, and the one in which they are decided. */
export const stagesOf = {
  roll: { filing: "roll-claims", deciding: "roll-decisions" },
  candidate: { filing: "candidate-complaints", deciding: "complaint-decisions" },
  result: { filing: "result-claims", deciding: "claim-decisions" },
} as const;

/** Whether the commission still owes an answer. */
export function isUndecided(state: ClaimState): boolean {
  return state === "filed" || state === "under-review";
}

export const undecidedStates: readonly ClaimState[] = ["filed", "under-review"];
