// The command `election audit BUNDLE [--json]`: an audit bundle in, a report out. It needs Node and nothing else: no database, no
// network, no settings.
import { readFile } from "node:fs/promises";
import { ProgressBar } from "#app/lib/ballot-protocol/command-line/progress-bar.node.ts";
import type { TextSink } from "#app/lib/ballot-protocol/command-line/verify-election.ts";
import { verifyArchiveBytes } from "#app/lib/ballot-protocol/verification/verify-archive-file.node.ts";
import { auditBundle, bundleReportText } from "#app/lib/audit-bundle/index.ts";

export interface AuditElectionInput {
  readonly bundlePath: string;
  readonly json: boolean;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly isTerminal: boolean;
}

/** Runs the command; gives the exit code: 0 valid, 1 invalid, 2 the input cannot be used. */
export async function runAuditElection(input: AuditElectionInput): Promise<number> {
  const bytes = await readBytes(input.bundlePath, input.stderr);
  if (bytes === undefined) return 2;
  const bar = new ProgressBar((text) => void input.stderr.write(text));
  const report = await auditBundle(bytes, (archive) =>
    verifyArchiveBytes(archive, undefined, {
      ...(input.isTerminal ? { onProgress: (done: number, total: number) => bar.show(done, total) } : {}),
    }),
  );
  bar.end();
  const { documents: _documents, ...told } = report;
  if (input.json) input.stdout.write(`${JSON.stringify(told, undefined, 2)}\n`);
  else input.stdout.write(bundleReportText(report));
  return report.verdict === "valid" ? 0 : 1;
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
