// What one trustee does to an encrypted tally, and how everybody checks it (SPECIFICATION §8.2).
import { expectOk, ok, type Result } from "../../result/index.ts";
import { refuseWith, type ProtocolRefusal } from "../errors.ts";
import type { RandomBytes } from "../platform.ts";
import type { PublicArithmetic } from "../primitives/group.ts";
import { groupNamed } from "../primitives/groups.ts";
import type { GroupName } from "../primitives/group-name.ts";
import { parseCanonicalDecimal } from "../primitives/scalars.ts";
import { asArray, isJsonObject, parseStrictJson } from "../primitives/strict-json.ts";
import { readAll } from "./ballot-format.ts";
import { electionFingerprint, parseElection } from "./election.ts";
import { proveDecryption, verifyDecryption } from "./proofs/decryption.ts";
import type { Ciphertext } from "./proofs/disjunction.ts";
import { parseProof, proofJson, type Proof } from "./proofs/knowledge.ts";
import { readTally, type PerChoice } from "./tally.ts";
import { verifyTrusteesPayload, type VerificationKey } from "./trustees/verify-trustees.ts";

/** A partial decryption and the number of the trustee whose it is, from 1 through all trustees. */
export interface OwnedPartialDecryption {
  readonly owner: number;
  readonly payload: string;
}

/** Decrypts with one trustee's secret (a single key or a share), and proves every factor. */
export function makePartialDecryption(input: {
  electionPayload: string;
  encryptedTally: string;
  secret: string;
  random: RandomBytes;
}): string {
  const { group } = expectOk(parseElection(input.electionPayload));
  return decryptTally({ ...input, group, fingerprint: electionFingerprint(input.electionPayload) });
}

/** Checks a trustee's partial decryption against the keys in the trustees' payload. */
export function verifyPartialDecryption(input: {
  electionPayload: string;
  trusteesPayload: string;
  encryptedTally: string;
  owner: number;
  partialDecryption: string;
}): Result<{ owner: number }, ProtocolRefusal> {
  const election = parseElection(input.electionPayload);
  if (!election.ok) return election;
  return checkOwnDecryption({
    ...input,
    group: election.value.group,
    fingerprint: electionFingerprint(input.electionPayload),
  });
}

/** The same for any context: an election's tally or a rehearsal. */
export function decryptTally(input: {
  group: GroupName;
  fingerprint: string;
  encryptedTally: string;
  secret: string;
  random: RandomBytes;
}): string {
  const group = groupNamed(input.group);
  const secret = parseCanonicalDecimal(input.secret, group.order); // x
  const tally = readTally(group, input.encryptedTally);
  if (secret === undefined || tally === undefined) throw new RangeError("not a secret, or not an encrypted tally");
  const verificationKey = group.serialize(group.secretPowerOfBase(group.generator, secret));
  const context = { fingerprint: input.fingerprint, verificationKey };
  const parts = tally.map((row) =>
    row.map(({ alpha }) => proveDecryption(group, secret, alpha, context, input.random)),
  );
  return JSON.stringify({
    decryption_factors: parts.map((row) => row.map(({ factor }) => group.serialize(factor))),
    decryption_proofs: parts.map((row) => row.map(({ proof }) => proofJson(proof))),
  });
}

/** The same check for any context. */
export function checkOwnDecryption(input: {
  group: GroupName;
  fingerprint: string;
  trusteesPayload: string;
  encryptedTally: string;
  owner: number;
  partialDecryption: string;
}): Result<{ owner: number }, ProtocolRefusal> {
  const arithmetic = groupNamed(input.group);
  const trustees = verifyTrusteesPayload(arithmetic, input.trusteesPayload);
  if (!trustees.ok) return trustees;
  const tally = readTally(arithmetic, input.encryptedTally);
  if (tally === undefined) return refuseWith("TALLY_MALFORMED");
  const key = trustees.value.owners[input.owner - 1];
  if (key === undefined) return refuseWith("DECRYPTION_OWNER_UNKNOWN", { owner: input.owner });
  const factors = readVerifiedFactors(arithmetic, tally, input.partialDecryption, {
    key,
    fingerprint: input.fingerprint,
    owner: input.owner,
  });
  return factors.ok ? ok({ owner: input.owner }) : factors;
}

/** Reads the factors of a partial decryption after checking the proof of each. */
export function readVerifiedFactors<Element>(
  arithmetic: PublicArithmetic<Element>,
  tally: PerChoice<Ciphertext<Element>>,
  payload: string,
  context: { readonly key: VerificationKey<Element>; readonly fingerprint: string; readonly owner: number },
): Result<Element[][], ProtocolRefusal> {
  const { owner } = context;
  const written = readDecryption(payload, arithmetic.order);
  if (written === undefined || !haveShape(tally, written.factors) || !haveShape(tally, written.proofs)) {
    return refuseWith("DECRYPTION_MALFORMED", { owner });
  }
  const factors = readAll(written.factors, (_, row) =>
    readAll(written.factors[row], (text) => arithmetic.parseMember(String(text))),
  );
  if (factors === undefined) return refuseWith("DECRYPTION_NOT_IN_GROUP", { owner });
  for (const [row, ciphertexts] of tally.entries()) {
    for (const [column, { alpha }] of ciphertexts.entries()) {
      const factor = factors[row]?.[column];
      const proof = written.proofs[row]?.[column];
      const where = { owner, question: row + 1, choice: column + 1 };
      if (factor === undefined || proof === undefined) return refuseWith("DECRYPTION_MALFORMED", where);
      if (!verifyDecryption(arithmetic, alpha, factor, context.key, { fingerprint: context.fingerprint, proof })) {
        return refuseWith("DECRYPTION_PROOF_INVALID", where);
      }
    }
  }
  return ok(factors);
}

function readDecryption(payload: string, order: bigint): { factors: string[][]; proofs: Proof[][] } | undefined {
  const value = parseStrictJson(payload);
  if (!isJsonObject(value)) return undefined;
  const readText = (text: unknown) => (typeof text === "string" ? text : undefined);
  const factors = readAll(value["decryption_factors"], (row) => readAll(asArray(row), readText));
  const proofs = readAll(value["decryption_proofs"], (row) =>
    readAll(asArray(row), (proof) => parseProof(proof, order)),
  );
  return factors === undefined || proofs === undefined ? undefined : { factors, proofs };
}

function haveShape(tally: PerChoice<unknown>, rows: PerChoice<unknown>): boolean {
  return rows.length === tally.length && rows.every((row, index) => row.length === tally[index]?.length);
}
