// Check "ballots-signature": the holder of the public credential signed exactly this ballot (SPECIFICATION §3.4).
import { hashOfUnsignedBallot, type WrittenBallot } from "../../v1/ballot-format.ts";
import { verifyBallotSignature } from "../../v1/proofs/ballot-signature.ts";
import type { BallotContext, BallotFinding } from "../ballot-context.ts";

/** Whether the hash and the signature are right. */
export function checkSignature<Element>(
  context: BallotContext<Element>,
  ballot: WrittenBallot,
  credential: Element,
): BallotFinding {
  const hash = hashOfUnsignedBallot(ballot);
  if (hash !== ballot.signatureHash) return { code: "BALLOT_SIGNATURE_INVALID", detail: "the signed hash is another" };
  const isSigned = verifyBallotSignature(context.arithmetic, credential, hash, ballot.signatureProof);
  return isSigned ? undefined : { code: "BALLOT_SIGNATURE_INVALID", detail: "the signature does not hold" };
}
