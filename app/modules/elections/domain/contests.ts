// What an election decides, contest by contest, and the question that each of them is in the public archive.
import type { HomomorphicQuestion } from "#app/lib/ballot-protocol/index.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { defaultLanguage, inLanguage } from "#app/platform/language/languages.ts";

export const electionBodies = ["board", "fiscal-commission", "electoral-commission", "other"] as const;

/** Candidates stand for seats, or a question is answered with yes, no or an abstention. */
export type ContestKind = "candidates" | "question";

/** The answers to a question, in the order of the archive. */
export const questionAnswers = ["yes", "no", "abstain"] as const;
export type QuestionAnswer = (typeof questionAnswers)[number];

/** The archive knows one language; the pages say these words in the reader's. */
const archivedAnswers: Readonly<Record<QuestionAnswer, string>> = { yes: "Sí", no: "No", abstain: "Abstención" };

/** What is needed of a contest to write its question. */
export interface ContestToSeal {
  readonly kind: string;
  readonly title: unknown;
  readonly minChoices: number;
  readonly maxChoices: number;
  readonly allowsBlank: boolean;
  readonly candidates: readonly { readonly name: string }[];
}

/** The texts that can be chosen in a contest, as they stand in the archive. */
export function archivedAnswersOf(contest: Pick<ContestToSeal, "kind" | "candidates">): string[] {
  return contest.kind === "question"
    ? questionAnswers.map((answer) => archivedAnswers[answer])
    : contest.candidates.map(({ name }) => name);
}

/** Nobody can choose more people than stand. */
export function choosable(contest: Pick<ContestToSeal, "kind" | "maxChoices" | "candidates">): number {
  return contest.kind === "question" ? 1 : Math.max(1, Math.min(contest.maxChoices, contest.candidates.length));
}

/** Nobody must choose more people than stand. */
export function leastChoices(
  contest: Pick<ContestToSeal, "kind" | "minChoices" | "maxChoices" | "candidates">,
): number {
  return Math.min(contest.minChoices, choosable(contest));
}

/** The contest as a question of the ballot protocol. */
export function archivedQuestionOf(contest: ContestToSeal): HomomorphicQuestion {
  return {
    question: inLanguage(contest.title as Trilingual, defaultLanguage),
    answers: archivedAnswersOf(contest),
    blank: contest.allowsBlank,
    min: leastChoices(contest),
    max: choosable(contest),
  };
}

/** Whether the contest can be voted on: somebody stands. */
export function canBeVotedOn(contest: Pick<ContestToSeal, "kind" | "candidates">): boolean {
  return contest.kind === "question" || contest.candidates.length > 0;
}
