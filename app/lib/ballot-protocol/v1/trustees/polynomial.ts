// A trustee's polynomial: its coefficients in the exponent are published and signed, its values are secret shares
// (SPECIFICATION §7.3).
import { ok, type Result } from "../../../result/index.ts";
import { refuseWith, type ProtocolRefusal } from "../../errors.ts";
import type { PublicArithmetic } from "../../primitives/group.ts";
import { modulo } from "../../primitives/scalars.ts";
import { isJsonObject, parseStrictJson } from "../../primitives/strict-json.ts";
import { readAll } from "../ballot-format.ts";
import type { Proof } from "../proofs/knowledge.ts";
import { signedMessageJson, verifyMessage, type SignedMessage } from "../proofs/signed-message.ts";

/** The published coefficients of one polynomial. */
export interface PublishedPolynomial<Element> {
  readonly texts: readonly string[];
  readonly coefficients: readonly Element[]; // A_0 … A_{t−1}
}

/** The message whose signature ties a polynomial to all certificates. */
export function certificatesMessage(certificates: readonly SignedMessage[], coefexps: readonly string[]): string {
  return `certs_sig|${JSON.stringify({ certs: certificates.map(signedMessageJson), coefexps })}`;
}

/** The value of a polynomial at a trustee's number. */
export function evaluatePolynomial(coefficients: readonly bigint[], at: number, order: bigint): bigint {
  return coefficients.reduceRight((value, coefficient) => modulo(value * BigInt(at) + coefficient, order), 0n);
}

/** The same value in the exponent, from published coefficients: the product of A_k^(j^k). */
export function evaluateInExponent<Element>(
  arithmetic: PublicArithmetic<Element>,
  polynomial: PublishedPolynomial<Element>,
  at: number,
): Element {
  let power = 1n;
  let value = arithmetic.identity;
  for (const coefficient of polynomial.coefficients) {
    value = arithmetic.multiply(value, arithmetic.power(coefficient, power));
    power = modulo(power * BigInt(at), arithmetic.order);
  }
  return value;
}

/** Reads and checks one trustee's published polynomial, and its signature over all certificates where there is one. */
export function readPolynomial<Element>(
  arithmetic: PublicArithmetic<Element>,
  signed: SignedMessage,
  author: { readonly index: number; readonly verificationKey: Element; readonly threshold: number },
  tie: { readonly certificates: readonly SignedMessage[]; readonly signature: Proof | undefined },
): Result<PublishedPolynomial<Element>, ProtocolRefusal> {
  const trustee = author.index;
  const value = parseStrictJson(signed.message);
  const texts = isJsonObject(value)
    ? readAll(value["coefexps"], (text) => (typeof text === "string" ? text : undefined))
    : undefined;
  if (texts === undefined || texts.length !== author.threshold)
    return refuseWith("TRUSTEE_POLYNOMIAL_INVALID", { trustee });
  const coefficients = readAll(texts, (text) => arithmetic.parseMember(String(text)));
  if (coefficients === undefined) return refuseWith("TRUSTEE_KEY_NOT_IN_GROUP", { trustee });
  if (!verifyMessage(arithmetic, author.verificationKey, signed.message, signed.signature)) {
    return refuseWith("TRUSTEE_POLYNOMIAL_INVALID", { trustee });
  }
  const message = certificatesMessage(tie.certificates, texts);
  if (tie.signature !== undefined && !verifyMessage(arithmetic, author.verificationKey, message, tie.signature)) {
    return refuseWith("TRUSTEE_SIGNATURE_INVALID", { trustee });
  }
  return ok({ texts, coefficients });
}
