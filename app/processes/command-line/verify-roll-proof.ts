// election roll-proof: checks the proof of one roll entry with Node alone: no database, no network, no settings, no package but our own lines.
import { readFile } from "node:fs/promises";
import type { RollProofReport } from "#app/lib/roll-proof/index.ts";
import { readRollProof, verifyRollProof } from "#app/lib/roll-proof/index.ts";

export interface VerifyRollProofInput {
  readonly path: string;
  /** The root as published, or as noted elsewhere. */
  readonly root?: string | undefined;
  readonly json: boolean;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

const sentences: Readonly<Record<string, string>> = {
  "private-part": "the private part with its salt has the hash that the entry carries",
  "votes-explained": "the explanation leads to the votes of the entry",
  "in-the-roll": "the entry is in the roll with that root",
  "published-root": "the root is the one that you gave",
};
const marks = { passed: "yes", failed: "NO ", "not-asked": "-  " } as const;

/** Exit: 0 valid, 1 invalid, 2 not a proof. */
export async function runVerifyRollProof(input: VerifyRollProofInput): Promise<0 | 1 | 2> {
  const read = await readProof(input.path);
  if (!read.ok) {
    input.stderr.write(
      `${input.path} is no roll proof (${read.error}). Give the file that the page "My entry on the roll" downloads.\n`,
    );
    return 2;
  }
  const proof = read.value;
  const report = verifyRollProof(proof, input.root);
  if (input.json)
    input.stdout.write(`${JSON.stringify({ ...report, root: proof.root, entry: proof.public }, null, 2)}\n`);
  else input.stdout.write(textOf(report, `${proof.public.handle}: ${proof.public.votes} votes, root ${proof.root}`));
  return report.isValid ? 0 : 1;
}

async function readProof(path: string): Promise<ReturnType<typeof readRollProof>> {
  try {
    return readRollProof(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    // Why: a missing file and a file that is not JSON are the same answer to the person: this cannot be checked.
    return { ok: false, error: error instanceof Error ? error.message : "unreadable" };
  }
}

function textOf(report: RollProofReport, title: string): string {
  const lines = report.checks.map(({ check, outcome }) => `  ${marks[outcome]}  ${sentences[check] ?? check}`);
  return [title, ...lines, report.isValid ? "The proof holds." : "The proof does NOT hold.", ""].join("\n");
}
