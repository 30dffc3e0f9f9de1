// A whole archive file, verified in Node with worker threads; small archives are not worth a thread.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { fastestBackend } from "../backends/fastest-backend.node.ts";
import { BatchExaminer, type ArchivedBallotFailure } from "./ballot-batch.ts";
import { BallotWorker } from "./ballot-workers.node.ts";
import type { VerificationReport } from "./report.ts";
import {
  concludeVerification,
  prepareVerification,
  searchCredentials,
  type ExaminedParts,
  type PreparedVerification,
} from "./verify-archive.ts";

/** How to verify a file. */
export interface FileVerificationOptions {
  readonly previousPath?: string;
  /** How many worker threads; 0 for none. By default as many as the machine has cores, at most four. */
  readonly workers?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** About sixty ballots, or four thousand credentials. */
const bytesWorthWorkers = 300_000;
const batchSize = 20;
const credentialBatchSize = 500;

/** Verifies an archive file; throws only if a file cannot be read. */
export async function verifyArchiveFile(
  path: string,
  options: FileVerificationOptions = {},
): Promise<VerificationReport> {
  const previous = options.previousPath === undefined ? undefined : await readFile(options.previousPath);
  return verifyArchiveBytes(await readFile(path), previous, options);
}

/** The same for an archive that came inside another file. */
export async function verifyArchiveBytes(
  bytes: Uint8Array,
  previous: Uint8Array | undefined,
  options: Omit<FileVerificationOptions, "previousPath"> = {},
): Promise<VerificationReport> {
  // Why now: the threads load their code while this one goes through the file.
  const workers = startWorkers(bytes.length, options);
  try {
    const hashBytes = (part: Uint8Array) => createHash("sha256").update(part).digest("hex");
    const prepared = prepareVerification(bytes, previous, fastestBackend, hashBytes);
    const { parts, threads } = await examine(prepared, workers, options);
    const report = concludeVerification(prepared, parts);
    return { ...report, backend: `${report.backend}, ${threads}` };
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

function startWorkers(size: number, options: FileVerificationOptions): BallotWorker[] {
  const count = size < bytesWorthWorkers ? 0 : (options.workers ?? Math.min(availableParallelism(), 4));
  return Array.from({ length: count }, () => new BallotWorker());
}

async function examine(
  prepared: PreparedVerification,
  workers: readonly BallotWorker[],
  options: FileVerificationOptions,
): Promise<{ parts: ExaminedParts; threads: string }> {
  if (workers.length === 0 || !prepared.canExamineBallots) {
    return { parts: examineHere(prepared, options), threads: "one thread" };
  }
  try {
    return {
      parts: await examineInThreads(prepared, workers, options),
      threads: `${workers.length} worker threads`,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { parts: examineHere(prepared, options), threads: `one thread, because worker threads failed: ${reason}` };
  }
}

function examineHere(prepared: PreparedVerification, options: FileVerificationOptions): ExaminedParts {
  const credentialsOutsideGroup = searchCredentials(prepared);
  if (!prepared.canExamineBallots) return { failures: [], tallies: [], credentialsOutsideGroup };
  const examiner = new BatchExaminer(prepared.electionPayload, prepared.backend);
  let done = 0;
  const failures = examiner.examine(prepared.ballots, () => options.onProgress?.((done += 1), prepared.ballots.length));
  return { failures, tallies: [examiner.tally()], credentialsOutsideGroup };
}

async function examineInThreads(
  prepared: PreparedVerification,
  workers: readonly BallotWorker[],
  options: FileVerificationOptions,
): Promise<ExaminedParts> {
  const { ballots, electionPayload, election } = prepared;
  const batches = slices(ballots, batchSize);
  const credentials = slices(
    (prepared.credentials?.entries ?? []).map((entry) => entry.publicCredential),
    credentialBatchSize,
  );
  const failures: ArchivedBallotFailure[] = [];
  const outside: string[] = [];
  let done = 0;
  const labour = async (worker: BallotWorker): Promise<string | undefined> => {
    await worker.ask({ kind: "begin", electionPayload });
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      const answer = await worker.ask({ kind: "ballots", ballots: batch });
      if (answer.kind === "ballots") failures.push(...answer.failures);
      done += batch.length;
      options.onProgress?.(done, ballots.length);
    }
    for (let batch = credentials.shift(); batch !== undefined && election !== undefined; batch = credentials.shift()) {
      const answer = await worker.ask({ kind: "credentials", group: election.group, credentials: batch });
      if (answer.kind === "credentials" && answer.outside !== undefined) outside.push(answer.outside);
    }
    const answer = await worker.ask({ kind: "tally" });
    return answer.kind === "tally" ? answer.tally : undefined;
  };
  const tallies = await Promise.all(workers.map(labour));
  failures.sort((first, second) => first.position - second.position);
  return { failures, tallies, credentialsOutsideGroup: outside };
}

function slices<Value>(values: readonly Value[], size: number): Value[][] {
  const parts: Value[][] = [];
  for (let start = 0; start < values.length; start += size) parts.push(values.slice(start, start + size));
  return parts;
}
