// The election's payload: what is asked, in which group, under which key (SPECIFICATION §4).
import { ok, type Result } from "../../result/index.ts";
import { refuseWith, type ProtocolRefusal } from "../errors.ts";
import type { RandomBytes } from "../platform.ts";
import { isBase58, randomBase58 } from "../primitives/base58.ts";
import { isGroupName, type GroupName } from "../primitives/group-name.ts";
import { asArray, isJsonObject, parseStrictJson, type JsonObject } from "../primitives/strict-json.ts";
import { hashBase64 } from "../primitives/transcript.ts";
import { parseQuestion, questionJson, type HomomorphicQuestion } from "./question.ts";

/** Everything that voters and verifiers must know about an election. */
export interface ElectionDefinition {
  readonly uuid: string;
  readonly name: string;
  readonly description: string;
  readonly group: GroupName;
  readonly publicKey: string;
  readonly questions: readonly HomomorphicQuestion[];
  readonly administrator?: string;
  readonly credentialAuthority?: string;
}

/** A new identifier for an election. */
export function generateElectionUuid(random: RandomBytes): string {
  return randomBase58(14, random);
}

/** The election's payload, in the order of fields that everybody hashes. */
export function serializeElection(definition: ElectionDefinition): string {
  return JSON.stringify({
    version: 1,
    description: definition.description,
    name: definition.name,
    group: definition.group,
    public_key: definition.publicKey,
    questions: definition.questions.map(questionJson),
    uuid: definition.uuid,
    administrator: definition.administrator,
    credential_authority: definition.credentialAuthority,
  });
}

/** Reads an election's payload. White space and unknown fields are allowed: what is hashed are the bytes as they stand. */
export function parseElection(payload: string): Result<ElectionDefinition, ProtocolRefusal> {
  const value = parseStrictJson(payload);
  if (!isJsonObject(value)) return refuseWith("ELECTION_MALFORMED");
  if (value["version"] !== 1) return refuseWith("ELECTION_VERSION_UNKNOWN");
  const { group, uuid } = value;
  if (!isGroupName(group)) return refuseWith("GROUP_UNKNOWN", { group: String(group) });
  if (typeof uuid !== "string" || uuid.length < 14 || !isBase58(uuid)) return refuseWith("ELECTION_UUID_MALFORMED");
  const questions: HomomorphicQuestion[] = [];
  for (const candidate of asArray(value["questions"]) ?? []) {
    const question = parseQuestion(candidate);
    if (!question.ok) return question;
    questions.push(question.value);
  }
  if (questions.length === 0) return refuseWith("ELECTION_MALFORMED");
  return withTexts(value, { uuid, group, questions });
}

function withTexts(
  value: JsonObject,
  parts: Pick<ElectionDefinition, "uuid" | "group" | "questions">,
): Result<ElectionDefinition, ProtocolRefusal> {
  const { name, description, public_key: publicKey, administrator, credential_authority: credentialAuthority } = value;
  if (typeof name !== "string" || typeof description !== "string" || typeof publicKey !== "string") {
    return refuseWith("ELECTION_MALFORMED");
  }
  return ok({
    ...parts,
    name,
    description,
    publicKey,
    ...(typeof administrator === "string" ? { administrator } : {}),
    ...(typeof credentialAuthority === "string" ? { credentialAuthority } : {}),
  });
}

/** The fingerprint that people compare and that every ballot carries; it covers the payload's bytes as they stand. */
export function electionFingerprint(electionPayload: string): string {
  return hashBase64(electionPayload); // φ
}
