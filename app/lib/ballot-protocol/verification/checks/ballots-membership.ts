// Check "ballots-membership": every element of a ballot is a member of the group (SPECIFICATION §2, §6.3).
import type { PublicArithmetic } from "../../primitives/group.ts";
import type { AnswerTexts, WrittenBallot } from "../../v1/ballot-format.ts";
import type { WrittenCiphertext } from "../../v1/proofs/statements.ts";
import type { HomomorphicQuestion } from "../../v1/question.ts";
import { readMembers } from "../../v1/tally.ts";
import type { BallotContext, BallotFinding, MemberAnswer, MemberBallot } from "../ballot-context.ts";

/** Reads all elements of a ballot that has the right shape. */
export function checkMembership<Element>(
  context: BallotContext<Element>,
  written: WrittenBallot,
): { ballot: MemberBallot<Element> | undefined; finding: BallotFinding } {
  const outside = (detail: string) => ({
    ballot: undefined,
    finding: { code: "BALLOT_NOT_IN_GROUP", detail } as const,
  });
  const credential = context.arithmetic.parseMember(written.credential);
  if (credential === undefined) return outside("the public credential");
  const answers: MemberAnswer<Element>[] = [];
  for (const [index, question] of context.election.questions.entries()) {
    const texts = written.answers[index];
    const answer = texts === undefined ? undefined : readAnswer(context.arithmetic, question, texts);
    if (answer === undefined) return outside(`question ${index + 1}`);
    answers.push(answer);
  }
  return { ballot: { written, credential, answers }, finding: undefined };
}

function readAnswer<Element>(
  arithmetic: PublicArithmetic<Element>,
  question: HomomorphicQuestion,
  answer: AnswerTexts,
): MemberAnswer<Element> | undefined {
  const choices: WrittenCiphertext<Element>[] = [];
  for (const texts of answer.choices) {
    const members = readMembers(arithmetic, texts);
    if (members === undefined) return undefined;
    choices.push({ ...members, text: `${texts.alpha},${texts.beta}` });
  }
  const [blank, counted] = question.blank ? [choices[0], choices.slice(1)] : [undefined, choices];
  const { individualProofs, overallProof, blankProof } = answer;
  return { question, choices, blank, sum: sumOf(arithmetic, counted), individualProofs, overallProof, blankProof };
}

/** The product of ciphertexts: it encrypts the sum. Its text is made only for the proof that needs it. */
function sumOf<Element>(
  arithmetic: PublicArithmetic<Element>,
  choices: readonly WrittenCiphertext<Element>[],
): WrittenCiphertext<Element> {
  const alpha = choices.reduce((product, choice) => arithmetic.multiply(product, choice.alpha), arithmetic.identity);
  const beta = choices.reduce((product, choice) => arithmetic.multiply(product, choice.beta), arithmetic.identity);
  return {
    alpha,
    beta,
    get text() {
      return `${arithmetic.serialize(alpha)},${arithmetic.serialize(beta)}`;
    },
  };
}
