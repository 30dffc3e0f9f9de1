// What happens when a voter marks or unmarks something on the ballot. Nothing that she chose is ever dropped silently.
// Source: VVSG 2.0 §7.3-H and §7.3-I (over- and under-votes); CM/Rec(2017)5 nos. 13 and 14.
import type { ContestKind } from "../../domain/contests.ts";
import { archivedAnswersOf } from "../../domain/contests.ts";

/** What the ballot asks, as it stands in the sealed election. */
export interface BallotQuestionText {
  readonly kind: ContestKind;
  /** The candidates' names by their position in the ballot; of a question the words of the archive. */
  readonly answers: readonly string[];
  readonly allowsBlank: boolean;
  readonly min: number;
  readonly max: number;
}

export interface Choices {
  /** Positions in the ballot, in the order in which they were marked. */
  readonly chosen: readonly number[];
  readonly isBlank: boolean;
}

export const noChoices: Choices = { chosen: [], isBlank: false };

/** What to tell the voter about what just happened. */
export type ChoiceNotice = "over-limit" | "blank-cleared-candidates" | "candidate-cleared-blank" | null;

export interface ChoiceOutcome {
  readonly choices: Choices;
  readonly notice: ChoiceNotice;
}

/**
 * Marks or unmarks a candidate. One too many is refused and everything chosen before stays.
 * Where only one may be chosen the new choice takes the place of the old, as everybody expects of round marks.
 */
export function toggleCandidate(choices: Choices, position: number, max: number): ChoiceOutcome {
  if (max === 1) return { choices: { chosen: [position], isBlank: false }, notice: null };
  if (choices.chosen.includes(position)) {
    return { choices: { ...choices, chosen: choices.chosen.filter((each) => each !== position) }, notice: null };
  }
  if (choices.chosen.length >= max) return { choices, notice: "over-limit" };
  return {
    choices: { chosen: [...choices.chosen, position], isBlank: false },
    notice: choices.isBlank ? "candidate-cleared-blank" : null,
  };
}

/** Marks or unmarks the blank vote; it stands alone. */
export function toggleBlank(choices: Choices): ChoiceOutcome {
  if (choices.isBlank) return { choices: noChoices, notice: null };
  return {
    choices: { chosen: [], isBlank: true },
    notice: choices.chosen.length > 0 ? "blank-cleared-candidates" : null,
  };
}

/** Whether this is a vote. Nothing marked at all is none: a blank vote is chosen, not fallen into. */
export function isComplete({ chosen, isBlank }: Choices, { min, max, allowsBlank }: BallotQuestionText): boolean {
  if (isBlank) return true;
  const least = allowsBlank ? Math.max(1, min) : min;
  return chosen.length >= least && chosen.length <= max;
}

/** Whether anything is marked that leaving the page would lose. */
export function hasChoices({ chosen, isBlank }: Choices): boolean {
  return isBlank || chosen.length > 0;
}

/**
 * The questions of the sealed election; undefined when they are not those of the contests that the page shows.
 * Security: what is shown must be what is encrypted, whatever the page's other facts say.
 */
export function readBallotQuestions(
  electionPayload: string,
  contests: readonly ShownContest[],
): readonly BallotQuestionText[] | undefined {
  const { questions } = JSON.parse(electionPayload) as { questions: SealedQuestion[] };
  if (questions.length !== contests.length || questions.length === 0) return undefined;
  const texts = contests.flatMap((contest, position) => {
    const question = questions[position];
    if (question === undefined || !isQuestionOf(question, contest)) return [];
    const { answers, blank, min, max } = question;
    return [{ kind: contest.kind, answers, allowsBlank: blank === true, min, max }];
  });
  return texts.length === contests.length ? texts : undefined;
}

interface ShownContest {
  readonly kind: ContestKind;
  readonly candidates: readonly { readonly position: number; readonly name: string }[];
}

function isQuestionOf({ answers }: SealedQuestion, { kind, candidates }: ShownContest): boolean {
  const inOrder = [...candidates].sort((left, right) => left.position - right.position);
  const shown = archivedAnswersOf({ kind, candidates: inOrder });
  return answers.length === shown.length && shown.every((name, position) => answers[position] === name);
}

interface SealedQuestion {
  readonly answers: readonly string[];
  readonly blank?: boolean;
  readonly min: number;
  readonly max: number;
}
