// The command `election audit BUNDLE`: an audit bundle in, and what the auditor knows from elsewhere; a report out. It needs Node and nothing else: no database, no
// network, no settings.
import { readFile } from "node:fs/promises";
import { ProgressBar } from "#app/lib/ballot-protocol/command-line/progress-bar.node.ts";
import type { TextSink } from "#app/lib/ballot-protocol/command-line/verify-election.ts";
import { verifyArchiveBytes } from "#app/lib/ballot-protocol/verification/verify-archive-file.node.ts";
import type { KnownToAuditor } from "#app/lib/audit-bundle/index.ts";
import { auditBundle, bundleReportText } from "#app/lib/audit-bundle/index.ts";
import { readVerificationKey } from "#app/lib/signed-note/index.ts";

export interface AuditElectionInput {
  readonly bundlePath: string;
  readonly json: boolean;
  /** Keys and fingerprints that did not come out of the bundle. */
  readonly known?: KnownToAuditor;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly isTerminal: boolean;
}

/** Runs the command; gives the exit code: 0 valid, 1 invalid or not anchored, 2 the input cannot be used. */
export async function runAuditElection(input: AuditElectionInput): Promise<number> {
  const { known = {} } = input;
  const problem = problemOf(known);
  if (problem !== undefined) {
    input.stderr.write(`${problem}\n`);
    return 2;
  }
  const bytes = await readBytes(input.bundlePath, input.stderr);
  if (bytes === undefined) return 2;
  const bar = new ProgressBar((text) => void input.stderr.write(text));
  const verify = (archive: Uint8Array) =>
    verifyArchiveBytes(archive, undefined, {
      ...(input.isTerminal ? { onProgress: (done: number, total: number) => bar.show(done, total) } : {}),
    });
  const report = await auditBundle(bytes, verify, known);
  bar.end();
  const { documents: _documents, ...told } = report;
  if (input.json) input.stdout.write(`${JSON.stringify(told, undefined, 2)}\n`);
  else input.stdout.write(bundleReportText(report));
  return report.verdict === "valid" ? 0 : 1;
}

/** Why refused and not judged: a key that was mistyped must not look like a forged bundle. */
function problemOf({ logKey, witnessKeys = [], witnessesNeeded }: KnownToAuditor): string | undefined {
  const form = "Give it as it is published: name+id+base64.";
  if (logKey !== undefined && readVerificationKey(logKey)?.kind !== "note")
    return `${logKey} is no key of a log. ${form}`;
  const strange = witnessKeys.find((vkey) => readVerificationKey(vkey)?.kind !== "cosignature");
  if (strange !== undefined) return `${strange} is no key of a witness. ${form}`;
  if (witnessesNeeded === undefined) return undefined;
  const isCount = Number.isInteger(witnessesNeeded) && witnessesNeeded >= 1 && witnessesNeeded <= witnessKeys.length;
  return isCount ? undefined : "--witnesses needs a number from 1 to as many as you named with --witness-key.";
}

async function readBytes(path: string, stderr: TextSink): Promise<Uint8Array | undefined> {
  try {
    const bytes = await readFile(path);
    // Why the first bytes alone: whatever begins like a zip file is judged by the checks, with a report.
    if (bytes.subarray(0, 4).toString("hex") === "504b0304") return bytes;
    stderr.write(
      `${path} is not an audit bundle: it does not begin like a zip file. Give the file as it was downloaded.\n`,
    );
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    stderr.write(`${path} cannot be read (${reason}). Check the path and that you may read the file.\n`);
  }
  return undefined;
}
