// What the booth knows of the election and of the voter.
import type { Trilingual } from "#app/platform/language/languages.ts";
import type { ElectionPhase } from "../../domain/phase.ts";
import type { BoothEntry } from "../../queries/booth.server.ts";
import type { ContestView } from "../../queries/contests.server.ts";
import type { BallotQuestionText } from "./choices.ts";

export type { BoothEntry } from "../../queries/booth.server.ts";

export interface BoothElection {
  readonly id: string;
  readonly title: Trilingual;
  readonly isTest: boolean;
  readonly phase: ElectionPhase;
  readonly group: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly contests: readonly ContestView[];
  readonly electionPayload: string;
  /** The server's time when the page was made. */
  readonly now: string;
}

/** An election that is open, with the question read from the sealed ballot. */
export interface OpenBooth {
  readonly election: BoothElection;
  readonly question: BallotQuestionText;
  readonly entries: readonly BoothEntry[];
}
