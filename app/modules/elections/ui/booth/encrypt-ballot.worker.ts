// The part of the booth that knows the ballot protocol: checks voting codes and encrypts ballots, beside the page so that it never stalls.
/// <reference lib="webworker" />
import {
  checkOpening,
  choiceVector,
  createBallotWithOpening,
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
import { isWellFormedSecondCode, normalizeSecondCode, secondKeyOf } from "../../domain/second-code.ts";
import type {
  BallotQuestion,
  CodeAnswer,
  CodeQuestion,
  NumberedQuestion,
  OpeningAnswer,
  OpeningQuestion,
  SealedBallot,
  WorkerQuestion,
} from "./worker-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener("message", ({ data: { number, question } }: MessageEvent<NumberedQuestion>) => {
  try {
    self.postMessage({ number, answer: answerTo(question) });
  } catch (error) {
    self.postMessage({ number, fault: String(error) });
  }
});

function answerTo(question: WorkerQuestion): CodeAnswer | SealedBallot | OpeningAnswer {
  switch (question.ask) {
    case "check-code":
      return checkCode(question);
    case "encrypt":
      return encryptBallot(question);
    case "open":
      return openBallot(question);
  }
}

function checkCode({ group, electionId, typed, typedSecond = "", entries }: CodeQuestion): CodeAnswer {
  const groupName = groupNameOf(group);
  const code = normalizeCredentialCode(groupName, typed);
  const accessKey = accessKeyOf({ electionId, code });
  const secondCode = normalizeSecondCode(typedSecond);
  const secondKey = isWellFormedSecondCode(secondCode) ? secondKeyOf({ electionId, secondCode }) : null;
  const keys = { accessKey, secondKey };
  if (!isWellFormedCredentialCode(groupName, code)) return { code, isWellFormed: false, rollEntryId: null, ...keys };
  const publicCredential = publicCredentialOf({ group: groupName, uuid: electionId, code });
  const bindingKey = bindingKeyOf({ electionId, code });
  const entry = entries.find(
    ({ id, eligibilityTag }) => eligibilityTag === eligibilityTagOf({ bindingKey, rollEntryId: id, publicCredential }),
  );
  return { code, isWellFormed: true, rollEntryId: entry?.id ?? null, ...keys };
}

function encryptBallot({ electionId, electionPayload, code, chosen, keepsOpening }: BallotQuestion): SealedBallot {
  const { questions } = expectOk(parseElection(electionPayload));
  const choices = questions.map((question, position) => expectOk(choiceVector(question, chosen[position] ?? [])));
  const { ballot, opening } = createBallotWithOpening({ electionPayload, code, choices, random: randomBytes });
  return {
    ballot,
    tracker: trackerOf(ballot),
    bindingKey: bindingKeyOf({ electionId, code }),
    ...(keepsOpening === true ? { opening } : {}),
  };
}

function openBallot({ electionPayload, ballot, opening }: OpeningQuestion): OpeningAnswer {
  const opened = expectOk(checkOpening({ electionPayload, ballot, opening }));
  const { questions } = expectOk(parseElection(electionPayload));
  return {
    tracker: opened.tracker,
    answers: opened.answers.map((answer, index) => ({
      ...answer,
      names: answer.chosen.map((position) => questions[index]?.answers[position] ?? String(position)),
    })),
  };
}

function groupNameOf(group: string): GroupName {
  if (!isGroupName(group)) throw new RangeError(`unknown group: ${group}`);
  return group;
}

function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
