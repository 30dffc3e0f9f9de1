// Check "ballots-blank-proofs": a blank ballot chooses nobody (SPECIFICATION §3.7).
import { verifyDisjunction } from "../../v1/proofs/disjunction.ts";
import { blankStatement } from "../../v1/proofs/statements.ts";
import type { BallotContext, BallotFinding, MemberAnswer } from "../ballot-context.ts";

/** Whether the blank flag of one answer is proved; questions without blank have nothing to prove. */
export function checkBlankProof<Element>(
  context: BallotContext<Element>,
  answer: MemberAnswer<Element>,
  contextText: string,
): BallotFinding {
  if (answer.blank === undefined) return undefined;
  const { claims, prefix } = blankStatement(contextText, answer.blank, answer.sum);
  const holds = verifyDisjunction(context.arithmetic, context.key, claims, answer.blankProof ?? [], prefix);
  return holds ? undefined : { code: "BALLOT_BLANK_PROOF_INVALID", detail: "the blank flag" };
}
