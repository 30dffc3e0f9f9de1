// Where a proposal stands. Source: CM/Rec(2017)5 no. 41.

export const proposalStates = ["proposed", "approved", "refused", "withdrawn", "expired"] as const;
export type ProposalState = (typeof proposalStates)[number];

/** The state at an instant: what nobody decided in time has expired, whether or not a job has written it down yet. */
export function stateAt(proposal: { readonly state: string; readonly expiresAt: Date }, now: Date): ProposalState {
  const state = proposalStates.find((each) => each === proposal.state) ?? "proposed";
  return state === "proposed" && proposal.expiresAt <= now ? "expired" : state;
}

/** "elections:seal" → the module whose sentences speak of it, and the act's own name. */
export function partsOfKind(kind: string): { readonly module: string; readonly name: string } {
  const [module = "", name = ""] = kind.split(":");
  return { module, name };
}

/** How long a proposal waits where its act says nothing: seven days. */
export const proposalWaitsMs = 7 * 24 * 60 * 60_000;
