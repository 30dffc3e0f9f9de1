// Check "ballots-individual-proofs": every choice is 0 or 1 (SPECIFICATION §3.6).
import { verifyDisjunction } from "../../v1/proofs/disjunction.ts";
import { individualStatement } from "../../v1/proofs/statements.ts";
import type { BallotContext, BallotFinding, MemberAnswer } from "../ballot-context.ts";

/** Whether all choices of one answer are proved. */
export function checkIndividualProofs<Element>(
  context: BallotContext<Element>,
  answer: MemberAnswer<Element>,
  voter: string,
): BallotFinding {
  for (const [index, choice] of answer.choices.entries()) {
    const { claims, prefix } = individualStatement(voter, choice);
    if (!verifyDisjunction(context.arithmetic, context.key, claims, answer.individualProofs[index] ?? [], prefix)) {
      return { code: "BALLOT_INDIVIDUAL_PROOF_INVALID", detail: `choice ${index + 1}` };
    }
  }
  return undefined;
}
