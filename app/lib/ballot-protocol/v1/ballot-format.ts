// The one way in which a ballot may be written (SPECIFICATION §6.1, §6.4).
import { parseProof, proofJson, type Proof } from "./proofs/knowledge.ts";
import { asArray, isJsonObject } from "../primitives/strict-json.ts";
import { hashBase64 } from "../primitives/transcript.ts";

/** A ciphertext as texts, not yet known to be members of the group. */
export interface CiphertextTexts {
  readonly alpha: string;
  readonly beta: string;
}

/** The encrypted answer to one question, with its proofs. */
export interface AnswerTexts {
  readonly choices: readonly CiphertextTexts[];
  readonly individualProofs: readonly (readonly Proof[])[];
  readonly overallProof: readonly Proof[];
  readonly blankProof: readonly Proof[] | undefined;
}

/** A ballot without its signature. */
export interface UnsignedBallot {
  readonly electionUuid: string;
  readonly electionFingerprint: string;
  readonly credential: string;
  readonly answers: readonly AnswerTexts[];
}

/** A whole ballot as written. */
export interface WrittenBallot extends UnsignedBallot {
  readonly signatureHash: string;
  readonly signatureProof: Proof;
}

function answerJson(answer: AnswerTexts): object {
  return {
    choices: answer.choices.map(({ alpha, beta }) => ({ alpha, beta })),
    individual_proofs: answer.individualProofs.map((proofs) => proofs.map(proofJson)),
    overall_proof: answer.overallProof.map(proofJson),
    ...(answer.blankProof === undefined ? {} : { blank_proof: answer.blankProof.map(proofJson) }),
  };
}

function unsignedJson(ballot: UnsignedBallot): object {
  return {
    election_uuid: ballot.electionUuid,
    election_hash: ballot.electionFingerprint,
    credential: ballot.credential,
    answers: ballot.answers.map(answerJson),
  };
}

/** What a ballot's signature covers. */
export function hashOfUnsignedBallot(ballot: UnsignedBallot): string {
  return hashBase64(JSON.stringify(unsignedJson(ballot))); // h
}

/** The canonical bytes of a ballot. */
export function serializeBallot(ballot: WrittenBallot): string {
  const signature = { hash: ballot.signatureHash, proof: proofJson(ballot.signatureProof) };
  return JSON.stringify({ ...unsignedJson(ballot), signature });
}

/** Reads a ballot; undefined unless writing it again gives the same bytes, down to every number and the order of all fields. */
export function parseBallot(text: string, order: bigint): WrittenBallot | undefined {
  const ballot = readBallot(text, order);
  return ballot !== undefined && serializeBallot(ballot) === text ? ballot : undefined;
}

function readBallot(text: string, order: bigint): WrittenBallot | undefined {
  const value = parseJson(text);
  if (!isJsonObject(value) || !isJsonObject(value["signature"])) return undefined;
  const { election_uuid: electionUuid, election_hash: electionFingerprint, credential, signature } = value;
  const answers = readAll(value["answers"], (answer) => readAnswer(answer, order));
  const signatureProof = parseProof(signature["proof"], order);
  const signatureHash = signature["hash"];
  if (typeof electionUuid !== "string" || typeof electionFingerprint !== "string" || typeof credential !== "string")
    return undefined;
  if (answers === undefined || signatureProof === undefined || typeof signatureHash !== "string") return undefined;
  return { electionUuid, electionFingerprint, credential, answers, signatureHash, signatureProof };
}

function readAnswer(value: unknown, order: bigint): AnswerTexts | undefined {
  if (!isJsonObject(value)) return undefined;
  const readProofs = (proofs: unknown) => readAll(proofs, (proof) => parseProof(proof, order));
  const choices = readAll(value["choices"], readCiphertext);
  const individualProofs = readAll(value["individual_proofs"], readProofs);
  const overallProof = readProofs(value["overall_proof"]);
  const hasBlankProof = "blank_proof" in value;
  const blankProof = hasBlankProof ? readProofs(value["blank_proof"]) : undefined;
  if (choices === undefined || individualProofs === undefined || overallProof === undefined) return undefined;
  if (hasBlankProof && blankProof === undefined) return undefined;
  return { choices, individualProofs, overallProof, blankProof };
}

/** Reads a ciphertext as two texts. */
export function readCiphertext(value: unknown): CiphertextTexts | undefined {
  if (!isJsonObject(value)) return undefined;
  const { alpha, beta } = value;
  return typeof alpha === "string" && typeof beta === "string" ? { alpha, beta } : undefined;
}

/** Reads every element of an array; undefined if it is none or one of them is refused. */
export function readAll<Value>(
  value: unknown,
  read: (element: unknown, position: number) => Value | undefined,
): Value[] | undefined {
  const elements = asArray(value);
  if (elements === undefined) return undefined;
  const values: Value[] = [];
  for (const [position, element] of elements.entries()) {
    const result = read(element, position);
    if (result === undefined) return undefined;
    values.push(result);
  }
  return values;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
