// Everything that must hold of the trustees' payload (SPECIFICATION §7.5), and what the count needs from it.
import { ok, type Result } from "../../../result/index.ts";
import { refuseWith, type ProtocolRefusal } from "../../errors.ts";
import type { PublicArithmetic } from "../../primitives/group.ts";
import { verifyMessage } from "../proofs/signed-message.ts";
import { verifyTrusteeKey } from "../proofs/trustee-key.ts";
import { readCertificate, type CertificateContent } from "./certificate.ts";
import { readTrustees, type ThresholdParameters, type TrusteeKey } from "./format.ts";
import { evaluateInExponent, readPolynomial, type PublishedPolynomial } from "./polynomial.ts";

/** A key with which decryption factors are checked. */
export interface VerificationKey<Element> {
  readonly text: string;
  readonly element: Element;
}

/** One item of the payload, as the count needs it. */
export interface VerifiedTrustee<Element> {
  readonly kind: "Single" | "Pedersen";
  readonly threshold: number;
  readonly keys: readonly VerificationKey<Element>[];
  readonly publicKey: Element;
}

/** All trustees; owners are numbered from 1 through all items. */
export interface VerifiedTrustees<Element> {
  readonly items: readonly VerifiedTrustee<Element>[];
  readonly owners: readonly VerificationKey<Element>[];
  readonly publicKey: Element; // y
  /** Whether every threshold item has the signatures that belenios-tool 2.0 does not make. */
  readonly isFullySigned: boolean;
}

/** Checks the payload; a refusal names the trustee by its number in the payload. */
export function verifyTrusteesPayload<Element>(
  arithmetic: PublicArithmetic<Element>,
  payload: string,
): Result<VerifiedTrustees<Element>, ProtocolRefusal> {
  const parsed = readTrustees(payload, arithmetic.order);
  if (!parsed.ok) return parsed;
  const items: VerifiedTrustee<Element>[] = [];
  let isFullySigned = true;
  for (const trustee of parsed.value) {
    const before = items.reduce((sum, earlier) => sum + earlier.keys.length, 0);
    const verified =
      trustee.kind === "Single"
        ? verifySingle(arithmetic, trustee.key)
        : verifyThreshold(arithmetic, trustee.parameters);
    if (!verified.ok) return inWholePayload(verified.error, before);
    if (trustee.kind === "Pedersen" && trustee.parameters.signatures === undefined) isFullySigned = false;
    items.push(verified.value);
  }
  const publicKey = items.reduce(
    (product, trustee) => arithmetic.multiply(product, trustee.publicKey),
    arithmetic.identity,
  );
  return ok({ items, owners: items.flatMap((trustee) => trustee.keys), publicKey, isFullySigned });
}

function inWholePayload(refusal: ProtocolRefusal, before: number): Result<never, ProtocolRefusal> {
  const trustee = refusal.details?.["trustee"];
  return refuseWith(
    refusal.code,
    typeof trustee === "number" ? { ...refusal.details, trustee: trustee + before } : refusal.details,
  );
}

function verifySingle<Element>(
  arithmetic: PublicArithmetic<Element>,
  key: TrusteeKey,
): Result<VerifiedTrustee<Element>, ProtocolRefusal> {
  const read = readProvenKey(arithmetic, key, 1);
  if (!read.ok) return read;
  return ok({ kind: "Single", threshold: 1, keys: [read.value], publicKey: read.value.element });
}

function readProvenKey<Element>(
  arithmetic: PublicArithmetic<Element>,
  key: TrusteeKey,
  trustee: number,
): Result<VerificationKey<Element>, ProtocolRefusal> {
  const element = arithmetic.parseMember(key.publicKey);
  if (element === undefined) return refuseWith("TRUSTEE_KEY_NOT_IN_GROUP", { trustee });
  const written = { text: key.publicKey, element };
  return verifyTrusteeKey(arithmetic, written, key.proof)
    ? ok(written)
    : refuseWith("TRUSTEE_KEY_PROOF_INVALID", { trustee });
}

/** Checks one threshold item. */
export function verifyThreshold<Element>(
  arithmetic: PublicArithmetic<Element>,
  parameters: ThresholdParameters,
): Result<VerifiedTrustee<Element>, ProtocolRefusal> {
  const { threshold, certificates, polynomials, signatures, verificationKeys } = parameters;
  const size = certificates.length;
  const lengths = [polynomials.length, verificationKeys.length, signatures?.length ?? size];
  if (threshold > size || lengths.some((length) => length !== size)) return refuseWith("TRUSTEES_MALFORMED");
  const contents = readCertificates(arithmetic, parameters);
  if (!contents.ok) return contents;
  const published = readPolynomials(arithmetic, parameters, contents.value);
  if (!published.ok) return published;
  const keys: VerificationKey<Element>[] = [];
  for (const [position, key] of verificationKeys.entries()) {
    const author = contents.value[position];
    if (author === undefined) return refuseWith("TRUSTEES_MALFORMED");
    const read = verifyVerificationKey(arithmetic, key, position + 1, {
      author,
      published: published.value,
      isSigned: signatures !== undefined,
    });
    if (!read.ok) return read;
    keys.push(read.value);
  }
  const publicKey = published.value.reduce(
    (product, polynomial) => arithmetic.multiply(product, polynomial.coefficients[0] ?? arithmetic.identity),
    arithmetic.identity,
  );
  return ok({ kind: "Pedersen", threshold, keys, publicKey });
}

/** Checks the key of one seat, before the others have published theirs; only that position of the keys is looked at. */
export function verifyKeyOfSeat<Element>(
  arithmetic: PublicArithmetic<Element>,
  parameters: ThresholdParameters,
  index: number,
): Result<VerificationKey<Element>, ProtocolRefusal> {
  const contents = readCertificates(arithmetic, parameters);
  if (!contents.ok) return contents;
  const published = readPolynomials(arithmetic, parameters, contents.value);
  if (!published.ok) return published;
  const author = contents.value[index - 1];
  const key = parameters.verificationKeys[index - 1];
  if (author === undefined || key === undefined) return refuseWith("TRUSTEES_MALFORMED");
  const isSigned = parameters.signatures !== undefined;
  return verifyVerificationKey(arithmetic, key, index, { author, published: published.value, isSigned });
}

function readCertificates<Element>(
  arithmetic: PublicArithmetic<Element>,
  { threshold, certificates, signatures }: ThresholdParameters,
): Result<CertificateContent<Element>[], ProtocolRefusal> {
  const contents: CertificateContent<Element>[] = [];
  for (const [position, certificate] of certificates.entries()) {
    const seat = { group: arithmetic.name, size: certificates.length, threshold, index: position + 1 };
    const content = readCertificate(arithmetic, certificate, seat);
    if (!content.ok) return content;
    if (content.value.hasContext !== (signatures !== undefined))
      return refuseWith("TRUSTEE_CONTEXT_MISMATCH", { trustee: seat.index });
    contents.push(content.value);
  }
  return ok(contents);
}

function readPolynomials<Element>(
  arithmetic: PublicArithmetic<Element>,
  { threshold, certificates, polynomials, signatures }: ThresholdParameters,
  contents: readonly CertificateContent<Element>[],
): Result<PublishedPolynomial<Element>[], ProtocolRefusal> {
  const published: PublishedPolynomial<Element>[] = [];
  for (const [position, polynomial] of polynomials.entries()) {
    const content = contents[position];
    if (content === undefined) return refuseWith("TRUSTEES_MALFORMED");
    const author = { index: position + 1, verificationKey: content.verificationKey, threshold };
    const read = readPolynomial(arithmetic, polynomial, author, { certificates, signature: signatures?.[position] });
    if (!read.ok) return read;
    published.push(read.value);
  }
  return ok(published);
}

/** Checks that a verification key is what the polynomials say, that its owner knows its exponent, and who signed it. */
export function verifyVerificationKey<Element>(
  arithmetic: PublicArithmetic<Element>,
  key: TrusteeKey,
  trustee: number,
  ceremony: {
    readonly author: CertificateContent<Element>;
    readonly published: readonly PublishedPolynomial<Element>[];
    readonly isSigned: boolean;
  },
): Result<VerificationKey<Element>, ProtocolRefusal> {
  const read = readProvenKey(arithmetic, key, trustee);
  if (!read.ok) return read;
  const expected = ceremony.published.reduce(
    (product, polynomial) => arithmetic.multiply(product, evaluateInExponent(arithmetic, polynomial, trustee)),
    arithmetic.identity,
  );
  if (!arithmetic.isEqual(expected, read.value.element))
    return refuseWith("TRUSTEE_VERIFICATION_KEY_INVALID", { trustee });
  if (!ceremony.isSigned && key.signature === undefined) return read;
  const isSignedByAuthor =
    key.signature !== undefined &&
    verifyMessage(arithmetic, ceremony.author.verificationKey, key.publicKey, key.signature);
  return isSignedByAuthor ? read : refuseWith("TRUSTEE_SIGNATURE_INVALID", { trustee });
}
