// Where the voter stands in the booth, and how each thing that happens moves her. Lives in the page's memory and nowhere else.
import type { AcceptedBallot } from "./cast-answer.ts";
import type { ChoiceNotice, ChoiceOutcome, Choices } from "./choices.ts";
import { noChoices } from "./choices.ts";

export type BoothStep = "organization" | "code" | "ballot" | "review" | "casting" | "done";

/** Why the ballot is not in the box, or why nobody knows. */
export type CastProblem =
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "signed-out" }
  | { readonly kind: "no-answer" }
  /** The browser could not make the ballot. */
  | { readonly kind: "fault" };

/** What is wrong with a voting code. */
export type CodeProblem =
  | { readonly kind: "empty" }
  | { readonly kind: "malformed" }
  | { readonly kind: "unknown" }
  | { readonly kind: "other-organization"; readonly rollEntryId: string }
  | { readonly kind: "fault" };

export interface BoothState {
  /** The page is awake in the browser. */
  readonly isAwake: boolean;
  readonly step: BoothStep;
  /** The voter has moved: from now on headings take the focus. */
  readonly hasMoved: boolean;
  readonly entryId: string | null;
  /** The checked voting code of the organisation at hand. */
  readonly code: string | null;
  readonly isCheckingCode: boolean;
  readonly codeProblem: CodeProblem | null;
  /** The code came with the link of the mail. */
  readonly hasBroughtCode: boolean;
  /** The candidates' positions in the order drawn for this visit. */
  readonly order: readonly number[];
  readonly choices: Choices;
  readonly notice: ChoiceNotice | "incomplete";
  /** The candidate whose marking was refused. */
  readonly refusedPosition: number | null;
  readonly progress: "encrypting" | "sending" | null;
  readonly castProblem: CastProblem | null;
  readonly receipt: AcceptedBallot | null;
  /** Roll entries voted for in this visit. */
  readonly votedNow: readonly string[];
}

export type BoothEvent =
  | { readonly type: "awoke"; readonly order: readonly number[] }
  | { readonly type: "entry-chosen"; readonly entryId: string }
  | { readonly type: "code-checking"; readonly isBrought: boolean }
  | { readonly type: "code-fits"; readonly entryId: string; readonly code: string }
  | { readonly type: "code-fails"; readonly problem: CodeProblem }
  | { readonly type: "marked"; readonly outcome: ChoiceOutcome; readonly position: number | null }
  | { readonly type: "cleared" }
  | { readonly type: "found-incomplete" }
  | { readonly type: "went-to"; readonly step: BoothStep }
  | { readonly type: "casting"; readonly progress: "encrypting" | "sending" }
  | { readonly type: "cast-failed"; readonly problem: CastProblem }
  | { readonly type: "cast-accepted"; readonly receipt: AcceptedBallot };

/** The booth as the door opens. With a single organisation there is nothing to choose from. */
export function enterBooth(entryIds: readonly string[]): BoothState {
  const only = entryIds.length === 1 ? (entryIds[0] ?? null) : null;
  return {
    isAwake: false,
    step: only === null ? "organization" : "code",
    hasMoved: false,
    entryId: only,
    code: null,
    isCheckingCode: false,
    codeProblem: null,
    hasBroughtCode: false,
    order: [],
    choices: noChoices,
    notice: null,
    refusedPosition: null,
    progress: null,
    castProblem: null,
    receipt: null,
    votedNow: [],
  };
}

/** The booth after an event. */
export function afterEvent(state: BoothState, event: BoothEvent): BoothState {
  switch (event.type) {
    case "awoke":
      return { ...state, isAwake: true, order: event.order };
    case "entry-chosen":
      return { ...withoutChoices(state), step: "code", hasMoved: true, entryId: event.entryId };
    case "code-checking":
      return { ...state, isCheckingCode: true, codeProblem: null, hasBroughtCode: event.isBrought };
    case "code-fits":
      return {
        ...afterCode(state, event.entryId),
        step: "ballot",
        hasMoved: true,
        entryId: event.entryId,
        code: event.code,
      };
    case "code-fails":
      return { ...state, isCheckingCode: false, code: null, codeProblem: event.problem };
    case "marked":
      return {
        ...state,
        choices: event.outcome.choices,
        notice: event.outcome.notice,
        refusedPosition: event.outcome.notice === "over-limit" ? event.position : null,
      };
    case "cleared":
      return { ...state, choices: noChoices, notice: null, refusedPosition: null };
    case "found-incomplete":
      return { ...state, notice: "incomplete" };
    case "went-to":
      return {
        ...state,
        step: event.step,
        hasMoved: true,
        notice: null,
        progress: null,
        castProblem: null,
        codeProblem: null,
      };
    case "casting":
      return { ...state, step: "casting", hasMoved: true, progress: event.progress, castProblem: null };
    case "cast-failed":
      return { ...state, progress: null, castProblem: event.problem };
    case "cast-accepted":
      return { ...afterAcceptance(state), receipt: event.receipt };
  }
}

/** Why the choices survive a second look at the code: the refused code was the mistake, not they. */
function afterCode(state: BoothState, entryId: string): BoothState {
  const isSame = state.entryId === entryId;
  const base = isSame ? state : withoutChoices(state);
  return { ...base, isCheckingCode: false, codeProblem: null };
}

function withoutChoices(state: BoothState): BoothState {
  return {
    ...state,
    code: null,
    codeProblem: null,
    hasBroughtCode: false,
    choices: noChoices,
    notice: null,
    refusedPosition: null,
    progress: null,
    castProblem: null,
    receipt: null,
  };
}

/** Privacy: nothing of the choice or the code outlives the cast. */
function afterAcceptance(state: BoothState): BoothState {
  const voted = state.entryId === null ? state.votedNow : [...state.votedNow, state.entryId];
  return { ...withoutChoices(state), step: "done", votedNow: voted };
}
