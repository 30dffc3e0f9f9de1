// A message with a Schnorr signature, as trustees exchange them (SPECIFICATION §3.3).
import type { RandomBytes } from "../../platform.ts";
import type { Group, PublicArithmetic } from "../../primitives/group.ts";
import { isJsonObject } from "../../primitives/strict-json.ts";
import { parseProof, proofJson, proveKnowledge, verifyKnowledge, type Proof } from "./knowledge.ts";

/** A text and its signature. */
export interface SignedMessage {
  readonly message: string;
  readonly signature: Proof;
}

/** Signs a message with a private exponent. */
export function signMessage<Element>(
  group: Group<Element>,
  secret: bigint,
  message: string,
  random: RandomBytes,
): Proof {
  return proveKnowledge(group, secret, `sigmsg|${message}|`, random);
}

/** Checks the signature of a message with the signer's verification key. */
export function verifyMessage<Element>(
  arithmetic: PublicArithmetic<Element>,
  verificationKey: Element,
  message: string,
  signature: Proof,
): boolean {
  return verifyKnowledge(arithmetic, verificationKey, signature, `sigmsg|${message}|`);
}

/** Reads a signed message. */
export function parseSignedMessage(value: unknown, order: bigint): SignedMessage | undefined {
  if (!isJsonObject(value) || typeof value["message"] !== "string") return undefined;
  const signature = parseProof(value["signature"], order);
  return signature === undefined ? undefined : { message: value["message"], signature };
}

/** The signed message as it stands in payloads. */
export function signedMessageJson(signed: SignedMessage): {
  message: string;
  signature: { challenge: string; response: string };
} {
  return { message: signed.message, signature: proofJson(signed.signature) };
}
