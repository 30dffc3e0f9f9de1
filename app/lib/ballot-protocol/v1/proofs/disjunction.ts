// "One of these ciphertexts encrypts the number beside it": the one building block of all ballot proofs (SPECIFICATION §3.5).
import type { RandomBytes } from "../../platform.ts";
import type { CommitmentRequest, FixedBase, Group, PublicArithmetic } from "../../primitives/group.ts";
import { modulo, randomNonZeroScalar, randomScalar } from "../../primitives/scalars.ts";
import { challengeFrom } from "../../primitives/transcript.ts";
import type { Proof } from "./knowledge.ts";

/** An ElGamal ciphertext. */
export interface Ciphertext<Element> {
  readonly alpha: Element;
  readonly beta: Element;
}

/** The claim that a ciphertext encrypts a number. */
export interface Claim<Element> {
  readonly ciphertext: Ciphertext<Element>;
  readonly number: number; // M
}

/** Which claim is the true one, and the randomness of its ciphertext. */
export interface TrueClaim {
  readonly index: number;
  readonly randomness: bigint; // ρ
}

function requestsFor<Element>(
  arithmetic: PublicArithmetic<Element>,
  key: FixedBase<Element>,
  claim: Claim<Element>,
  { challenge, response }: Proof,
): CommitmentRequest<Element>[] {
  const { alpha, beta } = claim.ciphertext;
  return [
    { base: arithmetic.generator, response, element: alpha, challenge, shift: 0 }, // A = g^r α^c
    { base: key, response, element: beta, challenge, shift: claim.number }, // B = y^r (β / g^M)^c
  ];
}

/** Proves that one of the claims is true without telling which. */
export function proveDisjunction<Element>(
  group: Group<Element>,
  key: FixedBase<Element>,
  statement: { readonly claims: readonly Claim<Element>[]; readonly prefix: string },
  truth: TrueClaim,
  random: RandomBytes,
): Proof[] {
  const { claims, prefix } = statement;
  const { order } = group;
  const nonce = randomNonZeroScalar(order, random); // w
  const proofs = claims.map(() => ({ challenge: randomScalar(order, random), response: randomScalar(order, random) }));
  const commitments = claims.flatMap((claim, position) => {
    if (position !== truth.index) {
      return group.recomputeCommitments(
        requestsFor(group, key, claim, proofs[position] ?? { challenge: 0n, response: 0n }),
      );
    }
    return [group.secretPowerOfBase(group.generator, nonce), group.secretPowerOfBase(key, nonce)].map((element) =>
      group.serialize(element),
    );
  });
  const others = proofs.reduce((sum, proof, position) => (position === truth.index ? sum : sum + proof.challenge), 0n);
  const challenge = modulo(challengeFrom(prefix, commitments, order) - others, order);
  proofs[truth.index] = { challenge, response: modulo(nonce - truth.randomness * challenge, order) };
  return proofs;
}

/** Checks a disjunction: the recomputed commitments must hash to the sum of the challenges. */
export function verifyDisjunction<Element>(
  arithmetic: PublicArithmetic<Element>,
  key: FixedBase<Element>,
  claims: readonly Claim<Element>[],
  proofs: readonly Proof[],
  prefix: string,
): boolean {
  if (claims.length !== proofs.length) return false;
  const requests = claims.flatMap((claim, position) => {
    const proof = proofs[position];
    return proof === undefined ? [] : requestsFor(arithmetic, key, claim, proof);
  });
  const sum = proofs.reduce((total, proof) => total + proof.challenge, 0n);
  return (
    challengeFrom(prefix, arithmetic.recomputeCommitments(requests), arithmetic.order) === modulo(sum, arithmetic.order)
  );
}
