// "This decryption factor was made with the private key of this trustee" (SPECIFICATION §3.9).
import type { RandomBytes } from "../../platform.ts";
import type { Group, PublicArithmetic } from "../../primitives/group.ts";
import { modulo, randomNonZeroScalar } from "../../primitives/scalars.ts";
import { challengeFrom } from "../../primitives/transcript.ts";
import type { Proof } from "./knowledge.ts";

function prefixFor(fingerprint: string, verificationKey: string): string {
  return `decrypt|${fingerprint}|${verificationKey}|`;
}

/** Makes the factor of one ciphertext and proves it. */
export function proveDecryption<Element>(
  group: Group<Element>,
  secret: bigint,
  alpha: Element,
  context: { readonly fingerprint: string; readonly verificationKey: string },
  random: RandomBytes,
): { factor: Element; proof: Proof } {
  const nonce = randomNonZeroScalar(group.order, random); // w
  const factor = group.secretPower(alpha, secret, random); // F = α^x
  const commitments = [
    group.serialize(group.secretPowerOfBase(group.generator, nonce)), // A = g^w
    group.serialize(group.secretPower(alpha, nonce, random)), // B = α^w
  ];
  const challenge = challengeFrom(prefixFor(context.fingerprint, context.verificationKey), commitments, group.order);
  return { factor, proof: { challenge, response: modulo(nonce - secret * challenge, group.order) } };
}

/** Checks the proof of one factor. */
export function verifyDecryption<Element>(
  arithmetic: PublicArithmetic<Element>,
  ciphertextAlpha: Element,
  factor: Element,
  verificationKey: { readonly text: string; readonly element: Element },
  context: { readonly fingerprint: string; readonly proof: Proof },
): boolean {
  const { challenge, response } = context.proof;
  const [first = ""] = arithmetic.recomputeCommitments([
    { base: arithmetic.generator, response, element: verificationKey.element, challenge, shift: 0 }, // A = g^r X^c
  ]);
  const second = arithmetic.multiply(
    arithmetic.power(ciphertextAlpha, response),
    arithmetic.power(factor, challenge), // B = α^r F^c
  );
  const prefix = prefixFor(context.fingerprint, verificationKey.text);
  return challengeFrom(prefix, [first, arithmetic.serialize(second)], arithmetic.order) === challenge;
}
