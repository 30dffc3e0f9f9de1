// "I know the exponent of this element": the Schnorr proof under all signatures and key proofs (SPECIFICATION §3.1).
import type { RandomBytes } from "../../platform.ts";
import type { Group, PublicArithmetic } from "../../primitives/group.ts";
import { modulo, parseCanonicalDecimal, randomNonZeroScalar } from "../../primitives/scalars.ts";
import { isJsonObject } from "../../primitives/strict-json.ts";
import { challengeFrom } from "../../primitives/transcript.ts";

/** A challenge and the response to it. */
export interface Proof {
  readonly challenge: bigint; // c
  readonly response: bigint; // r
}

/** Reads a proof whose two numbers are canonical and below the order. */
export function parseProof(value: unknown, order: bigint): Proof | undefined {
  if (!isJsonObject(value)) return undefined;
  const challenge = parseCanonicalDecimal(value["challenge"], order);
  const response = parseCanonicalDecimal(value["response"], order);
  return challenge === undefined || response === undefined ? undefined : { challenge, response };
}

/** The proof as it stands in payloads. */
export function proofJson(proof: Proof): { challenge: string; response: string } {
  return { challenge: proof.challenge.toString(), response: proof.response.toString() };
}

/** Proves knowledge of the secret exponent; the prefix binds the proof to what it is for. */
export function proveKnowledge<Element>(
  group: Group<Element>,
  secret: bigint,
  prefix: string,
  random: RandomBytes,
): Proof {
  const nonce = randomNonZeroScalar(group.order, random); // w
  const commitment = group.secretPowerOfBase(group.generator, nonce); // A = g^w
  const challenge = challengeFrom(prefix, [group.serialize(commitment)], group.order);
  return { challenge, response: modulo(nonce - secret * challenge, group.order) };
}

/** Checks a proof of knowledge of the exponent of `element`. */
export function verifyKnowledge<Element>(
  arithmetic: PublicArithmetic<Element>,
  element: Element,
  proof: Proof,
  prefix: string,
): boolean {
  const { challenge, response } = proof;
  const commitments = arithmetic.recomputeCommitments([
    { base: arithmetic.generator, response, element, challenge, shift: 0 },
  ]);
  return challengeFrom(prefix, commitments, arithmetic.order) === challenge;
}
