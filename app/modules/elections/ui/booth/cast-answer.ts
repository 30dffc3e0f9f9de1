// What the server answers to a ballot and to the booth's pulse, and what the page makes of silence.
import type { ElectionPhase } from "../../domain/phase.ts";

/** The ballot is in the box. */
export interface AcceptedBallot {
  readonly outcome: "accepted";
  readonly tracker: string;
  readonly position: number;
  /** Null when this very ballot had arrived before: the box keeps no times. */
  readonly castAt: string | null;
}

/** The ballot is not in the box, and the reason has a sentence. */
export interface RefusedBallot {
  readonly outcome: "refused";
  readonly code: string;
}

export type CastAnswer = AcceptedBallot | RefusedBallot;

/** `signed-out`: the session is over. `no-answer`: nobody knows whether the ballot arrived; sending it again is harmless. */
export type SendOutcome = CastAnswer | { readonly outcome: "signed-out" } | { readonly outcome: "no-answer" };

export interface BoothPulse {
  readonly phase: ElectionPhase;
  /** How many ballots the public box holds; left out by the page as it was loaded. */
  readonly ballots?: number;
  /** The server's time, by which the election opens and closes. */
  readonly now: string;
}
