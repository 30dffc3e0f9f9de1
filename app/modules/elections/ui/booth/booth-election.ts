// What the booth knows of the election, of the voter, and of the way by which ballots leave.
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

/**
 * How the voter shows who she is: with her account; with the link of her mail; or a commission member enters a vote for somebody
 * else. All three end in the same box, under the same credential.
 */
export interface BoothChannel {
  readonly kind: "account" | "link" | "assisted";
  /** Where ballots are sent and the election's pulse is felt. */
  readonly ballotsAddress: string;
  /** Only of a link: where the roll entry of a code is asked for. */
  readonly entryAddress?: string;
  /** Only of an account. */
  readonly accountId?: string;
}

/** What the booth of a link shows the server of one entry: keys made of the code and of the second code of the mail. */
export interface LinkKeys {
  readonly accessKey: string;
  readonly secondKey: string;
}

/** An election that is open, with the questions read from the sealed ballot. */
export interface OpenBooth {
  readonly election: BoothElection;
  readonly questions: readonly BallotQuestionText[];
  /** For whom the voter may vote; behind a link they arrive with their codes. */
  readonly entries: readonly BoothEntry[];
  readonly channel: BoothChannel;
  /** A code that the page has already: the commission's list was opened. */
  readonly givenCode?: string;
}
