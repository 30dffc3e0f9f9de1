// Check "ballots-overall-proofs": not fewer and not more choices than allowed, or blank (SPECIFICATION §3.8).
import { verifyDisjunction } from "../../v1/proofs/disjunction.ts";
import { overallStatement } from "../../v1/proofs/statements.ts";
import type { BallotContext, BallotFinding, MemberAnswer } from "../ballot-context.ts";

/** Whether the number of choices of one answer is proved. */
export function checkOverallProof<Element>(
  context: BallotContext<Element>,
  answer: MemberAnswer<Element>,
  contextText: string,
): BallotFinding {
  const { claims, prefix } = overallStatement(contextText, answer.question, answer.blank, answer.sum);
  const holds = verifyDisjunction(context.arithmetic, context.key, claims, answer.overallProof, prefix);
  return holds ? undefined : { code: "BALLOT_OVERALL_PROOF_INVALID", detail: "the number of choices" };
}
