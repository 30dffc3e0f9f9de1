// The part of the booth that knows the ballot protocol: checks voting codes and encrypts ballots, beside the page so that it never stalls.
/// <reference lib="webworker" />
import {
  choiceVector,
  createBallot,
  isGroupName,
  isWellFormedCredentialCode,
  normalizeCredentialCode,
  parseElection,
  publicCredentialOf,
  trackerOf,
} from "#app/lib/ballot-protocol/index.ts";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { accessKeyOf } from "../../domain/access-key.ts";
import { bindingKeyOf, eligibilityTagOf } from "../../domain/eligibility-tag.ts";
import type { BallotQuestion, CodeAnswer, CodeQuestion, NumberedQuestion, SealedBallot } from "./worker-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener("message", ({ data: { number, question } }: MessageEvent<NumberedQuestion>) => {
  try {
    const answer = question.ask === "check-code" ? checkCode(question) : encryptBallot(question);
    self.postMessage({ number, answer });
  } catch (error) {
    self.postMessage({ number, fault: String(error) });
  }
});

function checkCode({ group, electionId, typed, entries }: CodeQuestion): CodeAnswer {
  const groupName = groupNameOf(group);
  const code = normalizeCredentialCode(groupName, typed);
  const accessKey = accessKeyOf({ electionId, code });
  if (!isWellFormedCredentialCode(groupName, code)) return { code, isWellFormed: false, rollEntryId: null, accessKey };
  const publicCredential = publicCredentialOf({ group: groupName, uuid: electionId, code });
  const bindingKey = bindingKeyOf({ electionId, code });
  const entry = entries.find(
    ({ id, eligibilityTag }) => eligibilityTag === eligibilityTagOf({ bindingKey, rollEntryId: id, publicCredential }),
  );
  return { code, isWellFormed: true, rollEntryId: entry?.id ?? null, accessKey };
}

function encryptBallot({ electionId, electionPayload, code, chosen }: BallotQuestion): SealedBallot {
  const { questions } = expectOk(parseElection(electionPayload));
  const choices = questions.map((question, position) => expectOk(choiceVector(question, chosen[position] ?? [])));
  const ballot = createBallot({ electionPayload, code, choices, random: randomBytes });
  return {
    ballot,
    tracker: trackerOf(ballot),
    bindingKey: bindingKeyOf({ electionId, code }),
    accessKey: accessKeyOf({ electionId, code }),
  };
}

function groupNameOf(group: string): GroupName {
  if (!isGroupName(group)) throw new RangeError(`unknown group: ${group}`);
  return group;
}

function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
