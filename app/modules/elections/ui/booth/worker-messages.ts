// What the page and the worker say to each other. The voting code and the choices go to the worker and nowhere else.
import type { BallotOpening, OpenedAnswer } from "#app/lib/ballot-protocol/index.ts";

/** Is this the code of one of my organisations? */
export interface CodeQuestion {
  readonly ask: "check-code";
  readonly group: string;
  readonly electionId: string;
  /** As it was typed, pasted or brought by the link. */
  readonly typed: string;
  /** The same of the second code, where a link votes. */
  readonly typedSecond?: string | undefined;
  readonly entries: readonly { readonly id: string; readonly eligibilityTag: string | null }[];
}

export interface CodeAnswer {
  /** In the form in which it was issued. */
  readonly code: string;
  readonly isWellFormed: boolean;
  /** The roll entry to which it was issued; null when it is nobody's of the list. */
  readonly rollEntryId: string | null;
  /** Shows a server that this browser has the code; the code does not follow from it (domain/access-key.ts). */
  readonly accessKey: string;
  /** The same of the second code; null when it is missing or has not the form of one. */
  readonly secondKey: string | null;
}

/** Make a ballot. */
export interface BallotQuestion {
  readonly ask: "encrypt";
  readonly electionId: string;
  readonly electionPayload: string;
  readonly code: string;
  /** Contest by contest the chosen answers by their position in the payload; none is a blank vote. */
  readonly chosen: readonly (readonly number[])[];
  /** The voter may want to open this ballot and check it; then it will never be cast. */
  readonly keepsOpening?: boolean;
}

/** What does this ballot hold, by its opening? */
export interface OpeningQuestion {
  readonly ask: "open";
  readonly electionPayload: string;
  readonly ballot: string;
  readonly opening: BallotOpening;
}

export interface OpeningAnswer {
  readonly tracker: string;
  readonly answers: readonly (OpenedAnswer & { readonly names: readonly string[] })[];
}

/** A ballot that is ready to be sent. It says nothing about the choice to anybody but the trustees together. */
export interface SealedBallot {
  readonly ballot: string;
  readonly tracker: string;
  readonly bindingKey: string;
  /** Stays in this page, and is shown to nobody unless the ballot is spoiled first. */
  readonly opening?: BallotOpening;
}

export type WorkerQuestion = CodeQuestion | BallotQuestion | OpeningQuestion;
export type WorkerAnswer<Question extends WorkerQuestion> = Question extends CodeQuestion
  ? CodeAnswer
  : Question extends OpeningQuestion
    ? OpeningAnswer
    : SealedBallot;

export interface NumberedQuestion {
  readonly number: number;
  readonly question: WorkerQuestion;
}

export interface NumberedAnswer {
  readonly number: number;
  readonly answer?: CodeAnswer | SealedBallot | OpeningAnswer;
  /** What went wrong, for the log of the browser; never a secret. */
  readonly fault?: string;
}
