// Where a candidacy stands: from the facts that were written down.

export const candidacyStates = [
  /** Proposed; the person has not answered. */
  "nominated",
  "declined",
  /** Accepted; the file is being made and waits for the commission. */
  "accepted",
  /** The commission asked to correct something. */
  "correcting",
  "admitted",
  "rejected",
  "published",
  "withdrawn",
] as const;
export type CandidacyState = (typeof candidacyStates)[number];

export interface CandidacyFacts {
  readonly acceptedAt: Date | null;
  readonly declinedAt: Date | null;
  readonly decision: string | null;
  readonly correctUntil: Date | null;
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** The newest of the facts decides; a withdrawal outlasts everything. */
export function stateOf(facts: CandidacyFacts): CandidacyState {
  if (facts.withdrawnAt) return "withdrawn";
  // Why before the publication: the commission may strike a published candidate after a complaint.
  if (facts.decision === "rejected") return "rejected";
  if (facts.publishedAt) return "published";
  if (facts.decision === "admitted") return "admitted";
  if (facts.declinedAt) return "declined";
  if (!facts.acceptedAt) return "nominated";
  return facts.correctUntil ? "correcting" : "accepted";
}

/** Whether the candidacy counts against limits: nobody's declined or withdrawn nomination uses up a place. */
export function isAlive(state: CandidacyState): boolean {
  return state !== "declined" && state !== "withdrawn" && state !== "rejected";
}

/** Whether the person stands by her own will: a nomination that she never accepted takes nothing from her or from anybody. */
export function isStanding(state: CandidacyState): boolean {
  return isAlive(state) && state !== "nominated";
}

/** Whether the candidate may still change the file as far as the commission is concerned; stages are asked besides. */
export function isFileOpen(state: CandidacyState): boolean {
  return state === "accepted" || state === "correcting";
}

/** Whether the commission can decide: before the publication as often as it must, afterwards to strike or to admit after a complaint. */
export function canBeDecided(state: CandidacyState): boolean {
  return state !== "nominated" && state !== "declined" && state !== "withdrawn";
}

/** Whether the candidacy still waits for a decision. */
export function isUndecided(state: CandidacyState): boolean {
  return state === "accepted" || state === "correcting";
}

/** Whether the candidate can step back: always until it is over, also after publication. */
export function mayWithdraw(state: CandidacyState): boolean {
  return state === "accepted" || state === "correcting" || state === "admitted" || state === "published";
}
