// The command `election verify ARCHIVE.bel [--previous OLD.bel] [--json]`: a published archive in, a report out. It needs Node
// and nothing else: no database, no network, no settings.
import { readFile } from "node:fs/promises";
import { readArchive, scanArchive } from "../archive/reader.ts";
import { parseElection } from "../v1/election.ts";
import { gatherContents } from "../verification/archive-contents.ts";
import { verifyArchiveFile } from "../verification/verify-archive-file.node.ts";
import { ProgressBar } from "./progress-bar.node.ts";
import { reportText } from "./report-text.ts";

/** Somewhere to write text. */
export interface TextSink {
  write(text: string): unknown;
}

/** What the command line passes on. */
export interface VerifyElectionInput {
  readonly archivePath: string;
  readonly previousPath?: string | undefined;
  readonly json: boolean;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly isTerminal: boolean;
}

export const exitCodes = { valid: 0, invalid: 1, unusable: 2 } as const;

/** Runs the command; gives the exit code: 0 valid, 1 invalid, 2 the input cannot be used. */
export async function runVerifyElection(input: VerifyElectionInput): Promise<number> {
  const problem = (await problemWith(input.archivePath)) ?? (await problemWith(input.previousPath));
  if (problem !== undefined) {
    input.stderr.write(`${problem}\n`);
    return exitCodes.unusable;
  }
  const bar = new ProgressBar((text) => void input.stderr.write(text));
  const report = await verifyArchiveFile(input.archivePath, {
    ...(input.previousPath === undefined ? {} : { previousPath: input.previousPath }),
    ...(input.isTerminal ? { onProgress: (done: number, total: number) => bar.show(done, total) } : {}),
  });
  bar.end();
  if (input.json) input.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  else input.stdout.write(reportText(report, await questionsOf(input.archivePath)));
  return exitCodes[report.verdict];
}

/** Why a file cannot be verified at all, and what to do; undefined if it can. */
async function problemWith(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  try {
    const bytes = await readFile(path);
    const [first] = scanArchive(bytes.subarray(0, 1024)).faults;
    if (
      bytes.length === 0 ||
      first?.code === "ARCHIVE_FIRST_RECORD_INVALID" ||
      (first !== undefined && first.offset === 0)
    ) {
      return `${path} is not an election archive: it does not begin with a BELENIOS record. Give the file whose name ends in .bel, as it was downloaded.`;
    }
    return undefined;
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    return `${path} cannot be read (${reason}). Check the path and that you may read the file.`;
  }
}

async function questionsOf(path: string): Promise<{ question: string; choices: readonly string[] }[]> {
  const archive = readArchive(await readFile(path));
  const payload = archive.ok ? gatherContents(archive.value).election : undefined;
  const election = payload === undefined ? undefined : parseElection(payload);
  if (election?.ok !== true) return [];
  return election.value.questions.map(({ question, answers, blank }) => ({
    question,
    choices: blank ? ["(blank)", ...answers] : answers,
  }));
}
