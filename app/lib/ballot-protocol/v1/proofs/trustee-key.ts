// "I know the private key of this public key", given by every trustee (SPECIFICATION §3.2).
import type { RandomBytes } from "../../platform.ts";
import type { Group, PublicArithmetic } from "../../primitives/group.ts";
import { proveKnowledge, verifyKnowledge, type Proof } from "./knowledge.ts";

function prefixFor(group: string, publicKey: string): string {
  return `pok|${group}|${publicKey}|`;
}

/** Proves knowledge of a trustee's private key. */
export function proveTrusteeKey<Element>(
  group: Group<Element>,
  secret: bigint,
  publicKey: string,
  random: RandomBytes,
): Proof {
  return proveKnowledge(group, secret, prefixFor(group.name, publicKey), random);
}

/** Checks a trustee's proof; `publicKey` is the element in text and as read. */
export function verifyTrusteeKey<Element>(
  arithmetic: PublicArithmetic<Element>,
  publicKey: { readonly text: string; readonly element: Element },
  proof: Proof,
): boolean {
  return verifyKnowledge(arithmetic, publicKey.element, proof, prefixFor(arithmetic.name, publicKey.text));
}
