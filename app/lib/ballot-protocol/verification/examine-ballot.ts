// All checks that one ballot can be given by itself, in order; one that fails does not hide the next where that can be told.
import type { CheckName } from "./report.ts";
import type { BallotContext, BallotFinding, MemberBallot } from "./ballot-context.ts";
import type { BallotFaultCode } from "../errors.ts";
import { answerContext, voterContext } from "../v1/proofs/statements.ts";
import { checkBlankProof } from "./checks/ballots-blank-proofs.ts";
import { checkCanonical } from "./checks/ballots-canonical.ts";
import { checkElection } from "./checks/ballots-election.ts";
import { checkIndividualProofs } from "./checks/ballots-individual-proofs.ts";
import { checkMembership } from "./checks/ballots-membership.ts";
import { checkOverallProof } from "./checks/ballots-overall-proofs.ts";
import { checkShape } from "./checks/ballots-shape.ts";
import { checkSignature } from "./checks/ballots-signature.ts";

/** The checks made here. */
export const ballotCheckNames = [
  "ballots-canonical",
  "ballots-election",
  "ballots-shape",
  "ballots-membership",
  "ballots-signature",
  "ballots-individual-proofs",
  "ballots-blank-proofs",
  "ballots-overall-proofs",
] as const satisfies readonly CheckName[];

/** A failed check of one ballot. */
export interface BallotFailure {
  readonly check: CheckName;
  readonly code: BallotFaultCode;
  readonly detail: string;
}

/** What was found, and the ballot's elements if all could be read. */
export interface ExaminedBallot<Element> {
  readonly failures: readonly BallotFailure[];
  readonly ballot: MemberBallot<Element> | undefined;
}

/** Examines one ballot. */
export function examineBallot<Element>(context: BallotContext<Element>, text: string): ExaminedBallot<Element> {
  context.arithmetic.forgetElements?.();
  const failures: BallotFailure[] = [];
  const note = (check: CheckName, finding: BallotFinding, prefix = "") => {
    if (finding !== undefined) failures.push({ check, code: finding.code, detail: prefix + finding.detail });
    return finding === undefined;
  };
  const canonical = checkCanonical(text, context.arithmetic.order);
  note("ballots-canonical", canonical.finding);
  if (canonical.ballot === undefined) return { failures, ballot: undefined };
  note("ballots-election", checkElection(context, canonical.ballot));
  if (!note("ballots-shape", checkShape(context, canonical.ballot))) return { failures, ballot: undefined };
  const { ballot, finding } = checkMembership(context, canonical.ballot);
  note("ballots-membership", finding);
  if (ballot === undefined) return { failures, ballot };
  note("ballots-signature", checkSignature(context, ballot.written, ballot.credential));
  const voter = voterContext(context.fingerprint, ballot.written.credential);
  for (const [index, answer] of ballot.answers.entries()) {
    const where = `question ${index + 1}, `;
    const contextText = answerContext(voter, answer.choices);
    note("ballots-individual-proofs", checkIndividualProofs(context, answer, voter), where);
    note("ballots-blank-proofs", checkBlankProof(context, answer, contextText), where);
    note("ballots-overall-proofs", checkOverallProof(context, answer, contextText), where);
  }
  return { failures, ballot };
}
