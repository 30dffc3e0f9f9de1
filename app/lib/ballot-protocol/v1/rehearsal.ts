// A rehearsal: before an election opens, the trustees show on a test ciphertext that they can decrypt (SPECIFICATION §8.5).
// Its proofs are bound to the rehearsal's own fingerprint, so that none of them can be used in the election.
// Security: the payload tells the number and the randomness, so that everybody can make the ciphertext again. A trustee's key
// touches no other: otherwise a hostile server could present a voter's ballot as "one more rehearsal" and have it opened.
import { expectOk, ok, type Result } from "../../result/index.ts";
import { refuseWith, type ProtocolRefusal } from "../errors.ts";
import type { RandomBytes } from "../platform.ts";
import type { GroupName } from "../primitives/group-name.ts";
import type { Group } from "../primitives/group.ts";
import { groupNamed } from "../primitives/groups.ts";
import { parseCanonicalDecimal, randomNonZeroScalar } from "../primitives/scalars.ts";
import { isJsonObject, parseStrictJson } from "../primitives/strict-json.ts";
import { hashBase64 } from "../primitives/transcript.ts";
import { openNumbers } from "./election-result.ts";
import { checkOwnDecryption, decryptTally, type OwnedPartialDecryption } from "./partial-decryption.ts";
import { readTally, serializeCiphertexts } from "./tally.ts";
import { verifyTrusteesPayload } from "./trustees/verify-trustees.ts";

const largestNumber = 65_535;

/** A test ciphertext and the number in it. */
export interface Rehearsal {
  /** What the trustees must open. */
  readonly payload: string;
  /** What an honest opening gives; for the one who checks. */
  readonly expectedNumber: number;
}

/** Encrypts a random number of 16 bits under the election's key. */
export function encryptRehearsal(input: { group: GroupName; publicKey: string; random: RandomBytes }): Rehearsal {
  const group = groupNamed(input.group);
  const key = group.parseMember(input.publicKey);
  if (key === undefined) throw new RangeError("the key is not a member of its group");
  const [high = 0, low = 0] = input.random(2);
  const expectedNumber = high * 256 + low; // m
  const randomness = randomNonZeroScalar(group.order, input.random); // ρ
  const ciphertext = ciphertextAsText(group, key, expectedNumber, randomness);
  const opening = `"number":${expectedNumber},"randomness":"${randomness}"`;
  const payload = `{"rehearsal":1,"group":"${input.group}","public_key":"${input.publicKey}",${opening},"ciphertext":${ciphertext}}`;
  return { payload, expectedNumber };
}

function ciphertextAsText<Element>(group: Group<Element>, key: Element, number: number, randomness: bigint): string {
  const alpha = group.powerOfBase(group.generator, randomness);
  const mask = group.power(key, randomness);
  const beta = group.multiply(mask, group.powerOfBase(group.generator, BigInt(number)));
  return serializeCiphertexts(group, [[{ alpha, beta }]]);
}

/** One trustee's decryption of the rehearsal, with its proof. */
export function makeRehearsalDecryption(input: {
  group: GroupName;
  rehearsal: string;
  secret: string;
  random: RandomBytes;
}): string {
  return decryptTally({
    ...input,
    fingerprint: hashBase64(input.rehearsal),
    encryptedTally: expectOk(ciphertextOf(input.group, input.rehearsal)),
  });
}

/** Checks one trustee's decryption of the rehearsal. */
export function verifyRehearsalDecryption(input: {
  group: GroupName;
  trusteesPayload: string;
  rehearsal: string;
  owner: number;
  partialDecryption: string;
}): Result<{ owner: number }, ProtocolRefusal> {
  const encryptedTally = ciphertextOf(input.group, input.rehearsal);
  if (!encryptedTally.ok) return encryptedTally;
  return checkOwnDecryption({
    ...input,
    encryptedTally: encryptedTally.value,
    fingerprint: hashBase64(input.rehearsal),
  });
}

/** Combines decryptions of the rehearsal into the number; compare it with the expected one. */
export function openRehearsal(input: {
  group: GroupName;
  trusteesPayload: string;
  rehearsal: string;
  partialDecryptions: readonly OwnedPartialDecryption[];
}): Result<number, ProtocolRefusal> {
  const arithmetic = groupNamed(input.group);
  const trustees = verifyTrusteesPayload(arithmetic, input.trusteesPayload);
  if (!trustees.ok) return trustees;
  const ciphertext = ciphertextOf(input.group, input.rehearsal);
  if (!ciphertext.ok) return ciphertext;
  const tally = readTally(arithmetic, ciphertext.value);
  if (tally === undefined) return refuseWith("REHEARSAL_MALFORMED");
  const { partialDecryptions } = input;
  const context = { fingerprint: hashBase64(input.rehearsal), partialDecryptions, limit: largestNumber };
  const numbers = openNumbers(arithmetic, tally, trustees.value, context);
  return numbers.ok ? ok(numbers.value[0]?.[0] ?? 0) : numbers;
}

/** The ciphertext, if it is the one that the number and the randomness make. */
function ciphertextOf(groupName: GroupName, rehearsal: string): Result<string, ProtocolRefusal> {
  const group = groupNamed(groupName);
  const value = parseStrictJson(rehearsal);
  if (!isJsonObject(value) || value["rehearsal"] !== 1) return refuseWith("REHEARSAL_MALFORMED");
  const key = group.parseMember(String(value["public_key"]));
  const number = value["number"];
  const randomness = parseCanonicalDecimal(value["randomness"], group.order);
  const isNumber = typeof number === "number" && Number.isInteger(number) && number >= 0 && number <= largestNumber;
  if (key === undefined || randomness === undefined || !isNumber) return refuseWith("REHEARSAL_MALFORMED");
  const claimed = JSON.stringify(value["ciphertext"]);
  if (claimed !== ciphertextAsText(group, key, number, randomness)) return refuseWith("REHEARSAL_MALFORMED");
  return ok(claimed);
}
