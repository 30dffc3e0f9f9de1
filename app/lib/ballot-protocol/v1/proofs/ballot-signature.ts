// "The holder of this credential made this ballot" (SPECIFICATION §3.4).
import type { RandomBytes } from "../../platform.ts";
import type { Group, PublicArithmetic } from "../../primitives/group.ts";
import { proveKnowledge, verifyKnowledge, type Proof } from "./knowledge.ts";

/** Signs the hash of the unsigned ballot, which contains the public credential. */
export function proveBallotSignature<Element>(
  group: Group<Element>,
  secret: bigint,
  hash: string,
  random: RandomBytes,
): Proof {
  return proveKnowledge(group, secret, `sig|${hash}|`, random);
}

/** Checks a ballot's signature with its public credential. */
export function verifyBallotSignature<Element>(
  arithmetic: PublicArithmetic<Element>,
  credential: Element,
  hash: string,
  proof: Proof,
): boolean {
  return verifyKnowledge(arithmetic, credential, proof, `sig|${hash}|`);
}
