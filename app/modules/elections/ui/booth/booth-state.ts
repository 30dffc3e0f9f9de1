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
  /** The second code of whoever votes by link: missing or not whole, or not the one of the last mail. */
  | { readonly kind: "second-malformed" }
  | { readonly kind: "second-differs" }
  | { readonly kind: "mail-returned" }
  | { readonly kind: "unknown" }
  | { readonly kind: "other-organization"; readonly rollEntryId: string }
  | { readonly kind: "fault" };

/** How far the ballot of one organisation is. */
export interface CastOfEntry {
  readonly entryId: string;
  readonly progress: "waiting" | "encrypting" | "sending" | "accepted" | "failed";
  readonly problem: CastProblem | null;
  readonly receipt: AcceptedBallot | null;
}

export interface BoothState {
  /** The page is awake in the browser. */
  readonly isAwake: boolean;
  readonly step: BoothStep;
  /** The voter has moved: from now on headings take the focus. */
  readonly hasMoved: boolean;
  /** Everything the voter may vote for; behind a link they arrive one by one. */
  readonly entryIds: readonly string[];
  /** The explicit list for which the ballot at hand is cast. */
  readonly marked: readonly string[];
  /** The voter went on without marking any. */
  readonly hasMarkedNone: boolean;
  /** The organisation whose code is asked for. */
  readonly entryId: string | null;
  /** The checked voting codes by roll entry. */
  readonly codes: Readonly<Record<string, string>>;
  readonly isCheckingCode: boolean;
  readonly codeProblem: CodeProblem | null;
  /** The code came with the link of the mail. */
  readonly hasBroughtCode: boolean;
  /** The organisation whose code arrived while the voter was further on. */
  readonly addedEntryId: string | null;
  /** Contest by contest the candidates' positions in the order drawn for this visit. */
  readonly orders: readonly (readonly number[])[];
  /** The contest on the page. */
  readonly contest: number;
  /** The review has been seen: whatever is changed leads back to it. */
  readonly hasReviewed: boolean;
  /** Contest by contest. */
  readonly choices: readonly Choices[];
  readonly notice: ChoiceNotice | "incomplete";
  /** The candidate whose marking was refused. */
  readonly refusedPosition: number | null;
  readonly casts: readonly CastOfEntry[];
  /** Between two ballots: the next one waits on purpose. */
  readonly isPausing: boolean;
  /** Roll entries voted for in this visit. */
  readonly votedNow: readonly string[];
}

export type BoothEvent =
  | { readonly type: "awoke"; readonly orders: readonly (readonly number[])[] }
  | { readonly type: "entry-arrived"; readonly entryId: string }
  | { readonly type: "entry-toggled"; readonly entryId: string }
  | { readonly type: "entries-chosen"; readonly entryIds: readonly string[] }
  | { readonly type: "code-checking"; readonly isBrought: boolean }
  | { readonly type: "code-fits"; readonly entryId: string; readonly code: string; readonly isBrought: boolean }
  | { readonly type: "code-fails"; readonly problem: CodeProblem }
  | { readonly type: "code-asked-again"; readonly entryId: string }
  | { readonly type: "marked"; readonly outcome: ChoiceOutcome; readonly position: number | null }
  | { readonly type: "cleared" }
  | { readonly type: "found-incomplete" }
  | { readonly type: "contest-opened"; readonly contest: number }
  | { readonly type: "went-to"; readonly step: BoothStep }
  | { readonly type: "casting" }
  | { readonly type: "cast-pausing"; readonly isPausing: boolean }
  | { readonly type: "cast-progress"; readonly entryId: string; readonly progress: "encrypting" | "sending" }
  | { readonly type: "cast-failed"; readonly entryId: string; readonly problem: CastProblem }
  | { readonly type: "cast-accepted"; readonly entryId: string; readonly receipt: AcceptedBallot }
  | { readonly type: "cast-ended" };

/** The booth as the door opens. With a single organisation there is nothing to choose from. */
export function enterBooth(entryIds: readonly string[], contests: number, givenCode?: string): BoothState {
  const isSeveral = entryIds.length > 1;
  const [only = null] = isSeveral ? [] : entryIds;
  const isGiven = only !== null && givenCode !== undefined;
  return {
    isAwake: false,
    step: isSeveral ? "organization" : isGiven ? "ballot" : "code",
    hasMoved: false,
    entryIds,
    marked: only === null ? [] : [only],
    hasMarkedNone: false,
    entryId: only,
    codes: isGiven ? { [only]: givenCode } : {},
    isCheckingCode: false,
    codeProblem: null,
    hasBroughtCode: false,
    addedEntryId: null,
    orders: [],
    contest: 0,
    hasReviewed: false,
    choices: Array.from({ length: contests }, () => noChoices),
    notice: null,
    refusedPosition: null,
    casts: [],
    isPausing: false,
    votedNow: [],
  };
}

/** The booth after an event. */
export function afterEvent(state: BoothState, event: BoothEvent): BoothState {
  switch (event.type) {
    case "awoke":
      return { ...state, isAwake: true, orders: event.orders };
    case "contest-opened":
      return { ...moved(state, "ballot"), contest: event.contest };
    case "went-to":
      return { ...moved(state, event.step), hasReviewed: state.hasReviewed || event.step === "review" };
    case "entry-arrived":
    case "entry-toggled":
    case "entries-chosen":
      return afterList(state, event);
    case "marked":
    case "cleared":
    case "found-incomplete":
      return afterMark(state, event);
    case "code-checking":
    case "code-fits":
    case "code-fails":
    case "code-asked-again":
      return afterCode(state, event);
    default:
      return afterCast(state, event);
  }
}

type ListEvent = Extract<BoothEvent, { type: "entry-arrived" | "entry-toggled" | "entries-chosen" }>;

function afterList(state: BoothState, event: ListEvent): BoothState {
  switch (event.type) {
    case "entry-arrived":
      return { ...state, entryIds: [...new Set([...state.entryIds, event.entryId])] };
    case "entry-toggled":
      return { ...state, hasMarkedNone: false, marked: toggled(state.marked, event.entryId) };
    case "entries-chosen":
      return event.entryIds.length === 0
        ? { ...state, hasMarkedNone: true }
        : onward({ ...state, marked: event.entryIds, casts: state.step === "done" ? [] : state.casts });
  }
}

type CodeEvent = Extract<BoothEvent, { type: "code-checking" | "code-fits" | "code-fails" | "code-asked-again" }>;

function afterCode(state: BoothState, event: CodeEvent): BoothState {
  switch (event.type) {
    case "code-checking":
      return { ...state, isCheckingCode: true, codeProblem: null, hasBroughtCode: event.isBrought };
    case "code-fits":
      return afterFittingCode(state, event);
    case "code-fails":
      return { ...state, isCheckingCode: false, codeProblem: event.problem };
    case "code-asked-again":
      return { ...moved(state, "code"), entryId: event.entryId, codes: without(state.codes, event.entryId) };
  }
}

type MarkEvent = Extract<BoothEvent, { type: "marked" | "cleared" | "found-incomplete" }>;

function afterMark(state: BoothState, event: MarkEvent): BoothState {
  // Why: what was seen on the review is what is cast; a mark that comes late, from a page that is being left, changes nothing any more.
  if (state.step !== "ballot") return state;
  switch (event.type) {
    case "marked":
      return {
        ...withChoices(state, event.outcome.choices),
        notice: event.outcome.notice,
        refusedPosition: event.outcome.notice === "over-limit" ? event.position : null,
      };
    case "cleared":
      return { ...withChoices(state, noChoices), notice: null, refusedPosition: null };
    case "found-incomplete":
      return { ...state, notice: "incomplete" };
  }
}

type CastEvent = Extract<
  BoothEvent,
  { type: "casting" | "cast-pausing" | "cast-progress" | "cast-failed" | "cast-accepted" | "cast-ended" }
>;

function afterCast(state: BoothState, event: CastEvent): BoothState {
  switch (event.type) {
    case "casting": {
      // Source: CM/Rec(2017)5 no. 12: nothing is cast that was not reviewed, whatever asks for it.
      if (!state.hasReviewed || (state.step !== "review" && state.step !== "casting")) return state;
      const base = moved(state, "casting");
      return { ...base, casts: [...acceptedOf(base), ...base.marked.map(waiting)] };
    }
    case "cast-pausing":
      return { ...state, isPausing: event.isPausing };
    case "cast-progress":
      return withCast(state, { entryId: event.entryId, progress: event.progress, problem: null, receipt: null });
    case "cast-failed":
      return withCast(state, { entryId: event.entryId, progress: "failed", problem: event.problem, receipt: null });
    case "cast-accepted": {
      const { entryId, receipt } = event;
      const accepted = withCast(state, { entryId, progress: "accepted", problem: null, receipt });
      // Privacy: a code that has been used is not kept.
      return { ...accepted, codes: without(state.codes, entryId), votedNow: [...state.votedNow, entryId] };
    }
    case "cast-ended":
      return state.casts.every(({ progress }) => progress === "accepted") ? afterAcceptance(state) : state;
  }
}

/** To the first code that is missing, else to the ballot, or to the review where everything is chosen already. */
function onward(state: BoothState): BoothState {
  const missing = state.marked.find((id) => state.codes[id] === undefined);
  if (missing !== undefined) return { ...moved(state, "code"), entryId: missing };
  return state.hasReviewed ? moved(state, "review") : { ...moved(state, "ballot"), contest: 0 };
}

function afterFittingCode(
  state: BoothState,
  { entryId, code, isBrought }: Extract<BoothEvent, { type: "code-fits" }>,
): BoothState {
  const base = { ...state, isCheckingCode: false, codeProblem: null, codes: { ...state.codes, [entryId]: code } };
  switch (state.step) {
    case "code": {
      if (state.marked.includes(entryId)) return onward(base);
      // Why a code that another tab told marks nothing: the list for which one ballot counts is the voter's own.
      if (!isBrought && state.marked.length > 0) return base;
      return onward({ ...base, marked: [...state.marked, entryId] });
    }
    case "organization":
      return { ...base, marked: isBrought ? [...new Set([...state.marked, entryId])] : state.marked };
    default:
      return { ...base, addedEntryId: state.marked.includes(entryId) ? state.addedEntryId : entryId };
  }
}

function moved(state: BoothState, step: BoothStep): BoothState {
  return { ...settled(state), step, hasMoved: true, notice: null, refusedPosition: null, codeProblem: null };
}

/** Why: the ballot that is in the box needs nothing more; whoever goes back or tries again does it for the others. */
function settled(state: BoothState): BoothState {
  if (state.step !== "casting") return state;
  const accepted = acceptedOf(state);
  const open = state.marked.filter((id) => !accepted.some(({ entryId }) => entryId === id));
  return { ...state, marked: open, casts: accepted };
}

function acceptedOf(state: BoothState): CastOfEntry[] {
  return state.casts.filter(({ progress }) => progress === "accepted");
}

function waiting(entryId: string): CastOfEntry {
  return { entryId, progress: "waiting", problem: null, receipt: null };
}

function withChoices(state: BoothState, choices: Choices): BoothState {
  return { ...state, choices: state.choices.map((each, contest) => (contest === state.contest ? choices : each)) };
}

function withCast(state: BoothState, cast: CastOfEntry): BoothState {
  return { ...state, casts: state.casts.map((each) => (each.entryId === cast.entryId ? cast : each)) };
}

/** Privacy: nothing of the choice outlives the cast. */
function afterAcceptance(state: BoothState): BoothState {
  return {
    ...moved(state, "done"),
    marked: [],
    contest: 0,
    hasReviewed: false,
    addedEntryId: null,
    choices: state.choices.map(() => noChoices),
  };
}

function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
}

function without(codes: Readonly<Record<string, string>>, entryId: string): Record<string, string> {
  return Object.fromEntries(Object.entries(codes).filter(([id]) => id !== entryId));
}
