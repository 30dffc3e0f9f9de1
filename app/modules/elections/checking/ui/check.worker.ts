// Checks beside the page, so that it never stalls: which ballots a code made, and what an opened ballot holds.
/// <reference lib="webworker" />
import { checkOpening, isGroupName, parseElection, payloadFingerprint } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { ballotsOfCode } from "../domain/ballots-of-code.ts";
import type { CheckAnswer, CheckRequest, CodeRequest, OpeningRequest } from "./check-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener("message", ({ data }: MessageEvent<CheckRequest>) => {
  self.postMessage(answerTo(data));
});

function answerTo(request: CheckRequest): CheckAnswer {
  try {
    return request.kind === "code" ? checkCode(request) : checkFile(request);
  } catch {
    return { kind: "fault" };
  }
}

function checkCode({ electionId, typed, list, entries }: CodeRequest): CheckAnswer {
  if (!isGroupName(list.group)) return { kind: "fault" };
  const { group, credentials, ballots } = list;
  const check = ballotsOfCode({ group, electionId, typed, credentials, ballots, entries });
  if (!check.ok) return { kind: "refused", code: check.error.code };
  return {
    kind: "code",
    check: check.value,
    credentialsFingerprint: payloadFingerprint(JSON.stringify(credentials)),
  };
}

function checkFile({ electionPayload, file }: OpeningRequest): CheckAnswer {
  const { ballot, opening } = readFile(file);
  const opened = checkOpening({ electionPayload, ballot, opening });
  if (!opened.ok) return { kind: "refused", code: opened.error.code };
  const { questions } = expectOk(parseElection(electionPayload));
  const answers = opened.value.answers.map((answer, index) => ({
    ...answer,
    names: answer.chosen.map((position) => questions[index]?.answers[position] ?? String(position)),
  }));
  return { kind: "opening", tracker: opened.value.tracker, answers };
}

function readFile(text: string): { ballot: string; opening: unknown } {
  try {
    const read = JSON.parse(text) as { ballot?: unknown; opening?: unknown };
    return { ballot: typeof read.ballot === "string" ? read.ballot : "", opening: read.opening };
  } catch {
    return { ballot: "", opening: undefined };
  }
}
