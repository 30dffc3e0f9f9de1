// A worker thread that examines batches of ballots.
import { parentPort } from "node:worker_threads";
import { fastestBackend } from "../backends/fastest-backend.node.ts";
import { findCredentialOutsideGroup } from "../v1/credential-list.ts";
import { BatchExaminer } from "./ballot-batch.ts";
import type { WorkerAnswer, WorkerRequest } from "./ballot-worker-messages.ts";

let examiner: BatchExaminer | undefined;

function answer(request: WorkerRequest): WorkerAnswer {
  switch (request.kind) {
    case "begin":
      examiner = new BatchExaminer(request.electionPayload, fastestBackend);
      return { kind: "ready" };
    case "ballots":
      return { kind: "ballots", failures: examiner?.examine(request.ballots) ?? [], count: request.ballots.length };
    case "credentials":
      return {
        kind: "credentials",
        outside: findCredentialOutsideGroup(request.group, request.credentials, fastestBackend),
      };
    case "tally":
      return { kind: "tally", tally: examiner?.tally() };
  }
}

parentPort?.on("message", (request: WorkerRequest) => parentPort?.postMessage(answer(request)));
