// The key ceremony: who is named when something is wrong, and that a seed is a complete backup.
import { expect, test } from "vitest";
import { seededRandomness } from "#test/setup/randomness.ts";
import { expectOk } from "../../../result/index.ts";
import { encryptRehearsal, makeRehearsalDecryption, openRehearsal, verifyRehearsalDecryption } from "../rehearsal.ts";
import {
  assembleThresholdTrustees,
  makeTrusteePolynomial,
  makeVerificationKey,
  verifyTrusteePolynomial,
} from "./ceremony.ts";
import { makeTrusteeCertificate, verifyTrusteeCertificate } from "./certificate.ts";
import { groupNamed } from "../../primitives/groups.ts";
import { proofJson } from "../proofs/knowledge.ts";
import { parseSignedMessage, signedMessageJson, signMessage } from "../proofs/signed-message.ts";
import { certificatesMessage } from "./polynomial.ts";
import { deriveTrusteeChannelSecret, generateTrusteeSeed, isTrusteeSeed, signingSecret } from "./derivation.ts";
import { serializeTrustees } from "./format.ts";
import { electionPublicKey } from "./trustees.ts";

const group = "Ed25519";
const random = seededRandomness("ceremony");
const seats = [1, 2, 3].map((index) => ({ group, size: 3, threshold: 2, index }) as const);
const seeds = seats.map(() => generateTrusteeSeed(random));
const certificates = seats.map((seat, position) =>
  makeTrusteeCertificate({ ...seat, seed: seeds[position] ?? "", random }),
);
const polynomials = seats.map((seat, position) =>
  expectOk(makeTrusteePolynomial({ ...seat, seed: seeds[position] ?? "", certificates, random })),
);
const coefexps = polynomials.map((polynomial) => polynomial.coefexps);
const signatures = polynomials.map((polynomial) => polynomial.signature);
const sharesFor = (index: number) => polynomials.map((polynomial) => polynomial.shares[index - 1] ?? "");
const finish = (index: 1 | 2 | 3, receivedShares = sharesFor(index)) => {
  const seat = { group, size: 3, threshold: 2, index } as const;
  return makeVerificationKey({
    ...seat,
    seed: seeds[index - 1] ?? "",
    certificates,
    coefexps,
    signatures,
    receivedShares,
    random,
  });
};
const keys = ([1, 2, 3] as const).map((index) => expectOk(finish(index)));
const assembled = expectOk(
  assembleThresholdTrustees({
    group,
    size: 3,
    threshold: 2,
    certificates,
    coefexps,
    signatures,
    verificationKeys: keys.map((key) => key.verificationKey),
  }),
);
const trusteesPayload = serializeTrustees([assembled]);

test("a seed has 22 characters and its channel secret 32 bytes that depend on it", () => {
  expect(seeds.every(isTrusteeSeed)).toBe(true);
  expect(deriveTrusteeChannelSecret(seeds[0] ?? "")).toHaveLength(32);
  expect(deriveTrusteeChannelSecret(seeds[0] ?? "")).not.toEqual(deriveTrusteeChannelSecret(seeds[1] ?? ""));
});

test("a trustee who has only her seed left makes the same shares again, with other randomness", () => {
  const again = expectOk(
    makeTrusteePolynomial({
      group,
      size: 3,
      threshold: 2,
      index: 1,
      seed: seeds[0] ?? "",
      certificates,
      random: seededRandomness("another device"),
    }),
  );
  expect(again.shares).toEqual(polynomials[0]?.shares);
});

test("a ceremony with other certificates gives another polynomial", () => {
  const newcomer = makeTrusteeCertificate({
    group,
    size: 3,
    threshold: 2,
    index: 3,
    seed: generateTrusteeSeed(random),
    random,
  });
  const again = expectOk(
    makeTrusteePolynomial({
      group,
      size: 3,
      threshold: 2,
      index: 1,
      seed: seeds[0] ?? "",
      certificates: [...certificates.slice(0, 2), newcomer],
      random,
    }),
  );
  expect(again.shares[0]).not.toBe(polynomials[0]?.shares[0]);
});

test("a certificate for another seat is refused", () => {
  expect(
    verifyTrusteeCertificate({ group, size: 3, threshold: 2, index: 2, certificate: certificates[0] ?? "" }),
  ).toMatchObject({ error: { code: "TRUSTEE_CONTEXT_MISMATCH", details: { trustee: 2 } } });
});

test("a seed that is not the seat's is refused", () => {
  expect(
    makeTrusteePolynomial({ group, size: 3, threshold: 2, index: 1, seed: seeds[1] ?? "", certificates, random }),
  ).toMatchObject({ error: { code: "TRUSTEE_SEED_MISMATCH" } });
});

test("a polynomial signed by another trustee is refused", () => {
  const input = {
    group,
    size: 3,
    threshold: 2,
    index: 1,
    certificates,
    coefexps: coefexps[1] ?? "",
    signature: signatures[1] ?? "",
  } as const;
  expect(verifyTrusteePolynomial(input)).toMatchObject({
    error: { code: "TRUSTEE_POLYNOMIAL_INVALID", details: { trustee: 1 } },
  });
});

test("a polynomial with a coefficient too many is refused, however well it is signed", () => {
  const arithmetic = groupNamed(group);
  const secret = signingSecret(seeds[0] ?? "", arithmetic.order);
  const own = JSON.parse((JSON.parse(coefexps[0] ?? "") as { message: string }).message) as { coefexps: string[] };
  const texts = [...own.coefexps, arithmetic.serialize(arithmetic.identity)];
  const message = JSON.stringify({ coefexps: texts });
  const signed = certificates.map((certificate) => {
    const parsed = parseSignedMessage(JSON.parse(certificate), arithmetic.order);
    if (parsed === undefined) throw new Error("a certificate that cannot be read");
    return parsed;
  });
  const longer = signedMessageJson({ message, signature: signMessage(arithmetic, secret, message, random) });
  const tie = proofJson(signMessage(arithmetic, secret, certificatesMessage(signed, texts), random));
  const seat = { group, size: 3, threshold: 2, index: 1, certificates } as const;
  expect(
    verifyTrusteePolynomial({ ...seat, coefexps: JSON.stringify(longer), signature: JSON.stringify(tie) }),
  ).toMatchObject({ error: { code: "TRUSTEE_POLYNOMIAL_INVALID", details: { trustee: 1 } } });
});

test("a wrong share names the trustee who sent it", () => {
  const [first = "", , third = ""] = sharesFor(1);
  expect(finish(1, [first, "12345", third])).toMatchObject({
    error: { code: "TRUSTEE_SHARE_INVALID", details: { trustee: 2 } },
  });
});

// Requirement: C2, CM 46
test("any two of three trustees open the rehearsal, and one does not suffice", () => {
  const rehearsal = encryptRehearsal({ group, publicKey: electionPublicKey(group, trusteesPayload), random });
  const decryptions = keys.map((key, position) => ({
    owner: position + 1,
    payload: makeRehearsalDecryption({ group, rehearsal: rehearsal.payload, secret: key.share, random }),
  }));
  const open = (owners: number[]) =>
    openRehearsal({
      group,
      trusteesPayload,
      rehearsal: rehearsal.payload,
      partialDecryptions: decryptions.filter(({ owner }) => owners.includes(owner)),
    });
  expect(
    [
      [1, 2],
      [1, 3],
      [2, 3],
      [1, 2, 3],
    ].map(open),
  ).toEqual(Array.from({ length: 4 }, () => ({ ok: true, value: rehearsal.expectedNumber })));
  expect(open([2])).toMatchObject({ error: { code: "DECRYPTIONS_NOT_ENOUGH" } });
  expect(
    verifyRehearsalDecryption({
      group,
      trusteesPayload,
      rehearsal: rehearsal.payload,
      owner: 2,
      partialDecryption: decryptions[0]?.payload ?? "",
    }),
  ).toMatchObject({ error: { code: "DECRYPTION_PROOF_INVALID" } });
});
