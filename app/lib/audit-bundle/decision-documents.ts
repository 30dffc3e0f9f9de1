// What a bundle says of decisions by people: on claims, on ties and the draws that decide them, on what was disputed.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { AnnouncedDraw } from "../seat-count/index.ts";

export interface ClaimDocument {
  readonly number: number;
  readonly kind: string;
  readonly state: string;
  readonly filedAt: string;
  readonly decidedAt: string | null;
  readonly reasons: string | null;
  /** What followed after it was upheld, or why nothing had to; absent where nobody said it. */
  readonly followUp?: string | undefined;
  /** What the commission let the public read; null where it did not. */
  readonly publicText: string | null;
}

/** A draw that two people announced before its public value existed. */
export interface DrawDocument extends AnnouncedDraw {
  /** The tied candidates' positions, ascending. */
  readonly candidates: readonly number[];
  readonly announcedAt: string;
  readonly proposedBy: string;
  readonly approvedBy: string;
}

/** The election that decided a tie, as its own bundle shows it. */
export interface RunoffDocument {
  readonly electionId: string;
  readonly fingerprint: string;
  /** Hash of the last event of its archive. */
  readonly result: string;
}

export interface TieDocument {
  readonly contest: number;
  readonly method: "lot" | "runoff";
  /** Candidates' positions, in the order that the lot or the runoff gave. */
  readonly order: readonly number[];
  readonly decidedOn: string;
  /** How and before whom it was drawn. */
  readonly account: string;
  /** The value from which anybody draws this order again; null: drawn by hand before witnesses, which nobody can repeat, or a runoff. */
  readonly value: string | null;
  readonly runoff: RunoffDocument | null;
  readonly enteredBy: string;
  readonly approvedBy: string;
}

/** What was in dispute after the close, and whether two people left it out of the count. */
export interface DisputeDocument {
  readonly kind: "mandate" | "ballot";
  readonly label: string;
  /** Of a disputed ballot. */
  readonly tracker: string | null;
  /** Of a mandate that is left out: all its ballots are; "" when it never voted. */
  readonly credential: string | null;
  readonly state: "open" | "kept" | "excluded";
  readonly filedAt: string;
  readonly filedBy: string;
  readonly grounds: string;
  readonly decidedAt: string | null;
  readonly decidedBy: readonly string[];
  readonly reasons: string;
}

/** What two people decided before the box was sealed: a contest without candidates, a trustee, who stays, the dress rehearsal. */
export interface PreparationDecisionDocument {
  readonly kind: string;
  readonly subject: Readonly<Record<string, Json>>;
  readonly reason: string;
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly decidedAt: string;
}

export interface DecisionsDocument {
  readonly format: "plenaria-decisions/1";
  readonly claims: readonly ClaimDocument[];
  /** In the order in which they were announced. */
  readonly draws: readonly DrawDocument[];
  readonly ties: readonly TieDocument[];
  readonly disputes: readonly DisputeDocument[];
  /** Absent in bundles of before there were such decisions. */
  readonly beforeSealing?: readonly PreparationDecisionDocument[] | undefined;
}
