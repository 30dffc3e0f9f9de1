// Check "ballots-shape": as many answers, choices and proofs as the questions ask for (SPECIFICATION §6.3).
import type { AnswerTexts, WrittenBallot } from "../../v1/ballot-format.ts";
import { choiceCount, type HomomorphicQuestion } from "../../v1/question.ts";
import type { BallotContext, BallotFinding } from "../ballot-context.ts";

/** Whether the ballot has the shape of the election. */
export function checkShape(context: BallotContext<unknown>, ballot: WrittenBallot): BallotFinding {
  const { questions } = context.election;
  const wrong = questions.findIndex((question, index) => !hasShape(question, ballot.answers[index]));
  if (wrong < 0 && ballot.answers.length === questions.length) return undefined;
  return { code: "BALLOT_SHAPE_INVALID", detail: wrong < 0 ? "too many answers" : `question ${wrong + 1}` };
}

function hasShape(question: HomomorphicQuestion, answer: AnswerTexts | undefined): boolean {
  if (answer === undefined) return false;
  const count = choiceCount(question);
  const overall = question.max - question.min + (question.blank ? 2 : 1);
  return (
    answer.choices.length === count &&
    answer.individualProofs.length === count &&
    answer.individualProofs.every((proofs) => proofs.length === 2) &&
    answer.overallProof.length === overall &&
    answer.blankProof?.length === (question.blank ? 2 : undefined)
  );
}
