// Where an election stands. Sealing, closing and counting are facts that were written down; opening is only a matter of time.
// Why the close is a fact: a clock that is put back must not open the box again (finding L3 of the incumbent's audit).

export const electionPhases = [
  /** Being described; the roll is not frozen. */
  "draft",
  /** The roll is frozen; trustees and credentials are being prepared. */
  "preparing",
  /** The box is sealed and empty; voting has not begun. */
  "sealed",
  "open",
  /** Voting is over; the trustees are to open the count. */
  "counting",
  "result",
  /** Two people called it off: nothing happens in it any more, and its box is never decrypted. */
  "cancelled",
] as const;
export type ElectionPhase = (typeof electionPhases)[number];

/** The facts that decide the phase. */
export interface ElectionFacts {
  readonly rollFrozenAt: Date | null;
  readonly sealedAt: Date | null;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly closedAt: Date | null;
  readonly resultAt: Date | null;
  readonly cancelledAt: Date | null;
}

/** The phase at an instant. */
export function phaseOf(facts: ElectionFacts, now: Date): ElectionPhase {
  if (facts.cancelledAt) return "cancelled";
  if (facts.resultAt) return "result";
  if (facts.closedAt) return "counting";
  if (!facts.sealedAt) return facts.rollFrozenAt ? "preparing" : "draft";
  if (now < facts.opensAt) return "sealed";
  return now < facts.closesAt ? "open" : "counting";
}

/** Whether the closing instant has come and the box has not been closed yet. */
export function isDueToClose(facts: ElectionFacts, now: Date): boolean {
  if (facts.cancelledAt !== null) return false;
  return facts.sealedAt !== null && facts.closedAt === null && now >= facts.closesAt;
}
