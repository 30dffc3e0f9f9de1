// The messages with which threshold trustees make a key that none of them holds (SPECIFICATION §7.3). Each private value
// comes from the trustee's seed; shares travel as decimal texts on whatever private channel the application has.
// Security: there is no complaint round, and the last to publish can bias the key; this is acceptable for secrecy.
import { ok, type Result } from "../../../result/index.ts";
import { refuseWith, type ProtocolRefusal } from "../../errors.ts";
import type { RandomBytes } from "../../platform.ts";
import type { GroupName } from "../../primitives/group-name.ts";
import type { Group } from "../../primitives/group.ts";
import { groupNamed } from "../../primitives/groups.ts";
import { modulo, parseCanonicalDecimal } from "../../primitives/scalars.ts";
import { parseStrictJson } from "../../primitives/strict-json.ts";
import { parseProof, proofJson, type Proof } from "../proofs/knowledge.ts";
import { parseSignedMessage, signedMessageJson, signMessage, type SignedMessage } from "../proofs/signed-message.ts";
import { proveTrusteeKey } from "../proofs/trustee-key.ts";
import { verifyTrusteeCertificate, readCertificate, type CertificateContent, type TrusteeSeat } from "./certificate.ts";
import { polynomialCoefficients, signingSecret } from "./derivation.ts";
import { readTrustees, type TrusteeItem } from "./format.ts";
import {
  certificatesMessage,
  evaluateInExponent,
  evaluatePolynomial,
  readPolynomial,
  type PublishedPolynomial,
} from "./polynomial.ts";
import { verifyKeyOfSeat, verifyThreshold } from "./verify-trustees.ts";

interface Circle<Element> {
  readonly signed: readonly SignedMessage[];
  readonly contents: readonly CertificateContent<Element>[];
}

/** Second step: publishes a polynomial and makes the secret share of every trustee; shares[j − 1] is for trustee j. */
export function makeTrusteePolynomial(
  input: TrusteeSeat & { seed: string; certificates: readonly string[]; random: RandomBytes },
): Result<{ coefexps: string; signature: string; shares: readonly string[] }, ProtocolRefusal> {
  const group = groupNamed(input.group);
  const circle = readCircle(group, input, input.certificates);
  if (!circle.ok) return circle;
  const secret = signingSecret(input.seed, group.order);
  if (!isOwnSeat(group, circle.value, input.index, secret))
    return refuseWith("TRUSTEE_SEED_MISMATCH", { trustee: input.index });
  const coefficients = polynomialCoefficients(input.seed, input.certificates, input.threshold, group.order);
  const texts = coefficients.map((coefficient) =>
    group.serialize(group.secretPowerOfBase(group.generator, coefficient)),
  );
  const message = JSON.stringify({ coefexps: texts });
  const coefexps = signedMessageJson({ message, signature: signMessage(group, secret, message, input.random) });
  const signature = proofJson(
    signMessage(group, secret, certificatesMessage(circle.value.signed, texts), input.random),
  );
  const shares = Array.from({ length: input.size }, (_, position) =>
    evaluatePolynomial(coefficients, position + 1, group.order).toString(),
  );
  return ok({ coefexps: JSON.stringify(coefexps), signature: JSON.stringify(signature), shares });
}

/** Checks what a trustee published in the second step. */
export function verifyTrusteePolynomial(
  input: TrusteeSeat & { certificates: readonly string[]; coefexps: string; signature: string },
): Result<{ coefexps: readonly string[] }, ProtocolRefusal> {
  const group = groupNamed(input.group);
  const circle = readCircle(group, input, input.certificates);
  if (!circle.ok) return circle;
  const polynomial = readOne(group, circle.value, input, { coefexps: input.coefexps, signature: input.signature });
  return polynomial.ok ? ok({ coefexps: polynomial.value.texts }) : polynomial;
}

/** Third step: checks every share received, adds them up, and publishes the key with which this trustee will be checked. */
export function makeVerificationKey(
  input: TrusteeSeat & {
    seed: string;
    certificates: readonly string[];
    coefexps: readonly string[];
    signatures: readonly string[];
    /** receivedShares[i − 1] came from trustee i. */
    receivedShares: readonly string[];
    random: RandomBytes;
  },
): Result<{ share: string; verificationKey: string }, ProtocolRefusal> {
  const group = groupNamed(input.group);
  const circle = readCircle(group, input, input.certificates);
  if (!circle.ok) return circle;
  const signingKey = signingSecret(input.seed, group.order);
  if (!isOwnSeat(group, circle.value, input.index, signingKey))
    return refuseWith("TRUSTEE_SEED_MISMATCH", { trustee: input.index });
  const share = addShares(group, circle.value, input);
  if (!share.ok) return share;
  const publicKey = group.serialize(group.secretPowerOfBase(group.generator, share.value));
  const verificationKey = {
    pok: proofJson(proveTrusteeKey(group, share.value, publicKey, input.random)),
    public_key: publicKey,
    signature: proofJson(signMessage(group, signingKey, publicKey, input.random)),
  };
  return ok({ share: share.value.toString(), verificationKey: JSON.stringify(verificationKey) });
}

/** What all trustees have published; `verificationKeys` may hold less than all where only one of them is asked about. */
export interface PublishedCeremony {
  readonly group: GroupName;
  readonly size: number;
  readonly threshold: number;
  readonly certificates: readonly string[];
  readonly coefexps: readonly string[];
  readonly signatures: readonly string[];
  readonly verificationKeys: readonly string[];
}

/** Last step, done by the server: puts everything published together, and checks it as every verifier will. */
export function assembleThresholdTrustees(input: PublishedCeremony): Result<TrusteeItem, ProtocolRefusal> {
  const joined = joinCeremony(input);
  if (!joined.ok) return joined;
  const verified = verifyThreshold(groupNamed(input.group), joined.value.parameters);
  return verified.ok ? ok({ kind: "Pedersen", payload: joined.value.payload }) : verified;
}

/** Checks the verification key of one trustee as it arrives, so that nobody's garbage stays until the last key is in. */
export function verifyTrusteeVerificationKey(
  input: Omit<PublishedCeremony, "verificationKeys"> & { readonly index: number; readonly verificationKey: string },
): Result<{ index: number }, ProtocolRefusal> {
  // Why the same key in every position: the others have none yet, and only this one's is looked at.
  const verificationKeys = input.certificates.map(() => input.verificationKey);
  const joined = joinCeremony({ ...input, verificationKeys });
  if (!joined.ok) return joined;
  const verified = verifyKeyOfSeat(groupNamed(input.group), joined.value.parameters, input.index);
  return verified.ok ? ok({ index: input.index }) : verified;
}

function joinCeremony(input: PublishedCeremony) {
  const group = groupNamed(input.group);
  const lists = [input.certificates, input.coefexps, input.signatures, input.verificationKeys];
  if (lists.some((list) => list.length !== input.size)) return refuseWith("TRUSTEES_MALFORMED");
  const join = (texts: readonly string[]) => `[${texts.join(",")}]`;
  const payload =
    `{"threshold":${input.threshold},"certs":${join(input.certificates)},"coefexps":${join(input.coefexps)},` +
    `"signatures":${join(input.signatures)},"verification_keys":${join(input.verificationKeys)}}`;
  const parsed = readTrustees(`[["Pedersen",${payload}]]`, group.order);
  if (!parsed.ok) return parsed;
  const [trustee] = parsed.value;
  if (trustee?.kind !== "Pedersen") return refuseWith("TRUSTEES_MALFORMED");
  return ok({ payload, parameters: trustee.parameters });
}

function readCircle(
  group: Group<unknown>,
  seat: TrusteeSeat,
  certificates: readonly string[],
): Result<Circle<unknown>, ProtocolRefusal> {
  if (certificates.length !== seat.size) return refuseWith("TRUSTEES_MALFORMED");
  const signed: SignedMessage[] = [];
  const contents: CertificateContent<unknown>[] = [];
  for (const [position, certificate] of certificates.entries()) {
    const chair = { ...seat, index: position + 1 };
    const checked = verifyTrusteeCertificate({ ...chair, certificate });
    if (!checked.ok) return checked;
    const message = parseSignedMessage(parseStrictJson(certificate), group.order);
    const content = message === undefined ? undefined : readCertificate(group, message, chair);
    if (message === undefined || !content?.ok)
      return refuseWith("TRUSTEE_CERTIFICATE_INVALID", { trustee: chair.index });
    signed.push(message);
    contents.push(content.value);
  }
  return ok({ signed, contents });
}

function isOwnSeat(group: Group<unknown>, circle: Circle<unknown>, index: number, signingKey: bigint): boolean {
  const own = circle.contents[index - 1];
  return own !== undefined && group.isEqual(own.verificationKey, group.secretPowerOfBase(group.generator, signingKey));
}

function readOne(
  group: Group<unknown>,
  circle: Circle<unknown>,
  seat: TrusteeSeat,
  published: { readonly coefexps: string; readonly signature: string },
): Result<PublishedPolynomial<unknown>, ProtocolRefusal> {
  const signed = parseSignedMessage(parseStrictJson(published.coefexps), group.order);
  const signature: Proof | undefined = parseProof(parseStrictJson(published.signature), group.order);
  const content = circle.contents[seat.index - 1];
  if (signed === undefined || signature === undefined || content === undefined) {
    return refuseWith("TRUSTEE_POLYNOMIAL_INVALID", { trustee: seat.index });
  }
  const author = { index: seat.index, verificationKey: content.verificationKey, threshold: seat.threshold };
  return readPolynomial(group, signed, author, { certificates: circle.signed, signature });
}

function addShares(
  group: Group<unknown>,
  circle: Circle<unknown>,
  input: TrusteeSeat & {
    coefexps: readonly string[];
    signatures: readonly string[];
    receivedShares: readonly string[];
  },
): Result<bigint, ProtocolRefusal> {
  let total = 0n;
  for (let trustee = 1; trustee <= input.size; trustee += 1) {
    const published = { coefexps: input.coefexps[trustee - 1] ?? "", signature: input.signatures[trustee - 1] ?? "" };
    const polynomial = readOne(group, circle, { ...input, index: trustee }, published);
    if (!polynomial.ok) return polynomial;
    const share = parseCanonicalDecimal(input.receivedShares[trustee - 1], group.order);
    if (share === undefined) return refuseWith("TRUSTEE_SHARE_INVALID", { trustee });
    const expected = evaluateInExponent(group, polynomial.value, input.index);
    if (!group.isEqual(group.secretPowerOfBase(group.generator, share), expected))
      return refuseWith("TRUSTEE_SHARE_INVALID", { trustee });
    total = modulo(total + share, group.order);
  }
  return ok(total);
}
