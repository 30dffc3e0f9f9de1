// What each proof of a ballot claims, and the prefix that binds it (SPECIFICATION §3.6 to §3.8). The same words serve prover
// and verifier, so that the two cannot come apart.
import type { Ciphertext, Claim } from "./disjunction.ts";

/** A disjunction to prove or to check. */
export interface Statement<Element> {
  readonly prefix: string;
  readonly claims: readonly Claim<Element>[];
}

/** A ciphertext together with its canonical texts. */
export interface WrittenCiphertext<Element> extends Ciphertext<Element> {
  readonly text: string; // "α,β"
}

/** What a ballot's proofs are bound to: the election and the voter's public credential. */
export function voterContext(fingerprint: string, publicCredential: string): string {
  return `${fingerprint}|${publicCredential}`; // S0
}

/** The voter's context with all ciphertexts of one answer. */
export function answerContext<Element>(voter: string, choices: readonly WrittenCiphertext<Element>[]): string {
  return `${voter}|${choices.map((choice) => choice.text).join(",")}`; // S
}

/** "This choice is 0 or 1" (§3.6). */
export function individualStatement<Element>(voter: string, choice: WrittenCiphertext<Element>): Statement<Element> {
  return {
    prefix: `prove|${voter}|${choice.text}|`,
    claims: [
      { ciphertext: choice, number: 0 },
      { ciphertext: choice, number: 1 },
    ],
  };
}

/** "This ballot is not blank, or it chooses nobody" (§3.7). */
export function blankStatement<Element>(
  answer: string,
  blank: Ciphertext<Element>,
  sum: Ciphertext<Element>,
): Statement<Element> {
  return {
    prefix: `bproof0|${answer}|`,
    claims: [
      { ciphertext: blank, number: 0 },
      { ciphertext: sum, number: 0 },
    ],
  };
}

/** "The number of choices is within its limits", or the ballot is blank where that is allowed (§3.8). */
export function overallStatement<Element>(
  answer: string,
  limits: { readonly min: number; readonly max: number },
  blank: Ciphertext<Element> | undefined,
  sum: WrittenCiphertext<Element>,
): Statement<Element> {
  const inRange: Claim<Element>[] = [];
  for (let number = limits.min; number <= limits.max; number += 1) inRange.push({ ciphertext: sum, number });
  return blank === undefined
    ? { prefix: `prove|${answer}|${sum.text}|`, claims: inRange }
    : { prefix: `bproof1|${answer}|`, claims: [{ ciphertext: blank, number: 1 }, ...inRange] };
}
