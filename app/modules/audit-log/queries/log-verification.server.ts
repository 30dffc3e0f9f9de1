// Verifies the whole log afresh: the chain of entries, every signed checkpoint against the tree, every cosignature.
import { hexOf } from "#app/lib/merkle-tree/index.ts";
import type { VerificationKey } from "#app/lib/signed-note/index.ts";
import { openNote, readCheckpoint, readCosignature, readVerificationKey } from "#app/lib/signed-note/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { findBrokenAuditEntry } from "./audit-trail.server.ts";
import { findLogKey } from "./log-key.server.ts";
import { readLogTree } from "./log-tree.server.ts";

export type LogProblemCode =
  | "ENTRY_BROKEN"
  | "TAIL_BROKEN"
  | "CHECKPOINT_BEYOND_LOG"
  | "CHECKPOINT_CONTRADICTED"
  | "CHECKPOINT_UNSIGNED"
  | "COSIGNATURE_FALSE";

export interface LogProblem {
  readonly code: LogProblemCode;
  /** The entry or the size at which it shows. */
  readonly at: number;
}

export interface LogReport {
  readonly entries: number;
  readonly root: string;
  readonly checkpoints: number;
  readonly cosignatures: number;
  readonly problems: readonly LogProblem[];
}

/** Reads everything again and trusts nothing that is in memory. */
export async function verifyLog(context: Context): Promise<LogReport> {
  const problems: LogProblem[] = [];
  const broken = await findBrokenAuditEntry(context);
  if (broken !== undefined) problems.push({ code: "ENTRY_BROKEN", at: broken });
  const tree = await readLogTree(context);
  const tail = await context.database.auditTail.findUnique({ where: { id: 1 } });
  // Why at least: an entry that was written while we read is no lie.
  if (tail !== null && tail.sequence < tree.size) problems.push({ code: "TAIL_BROKEN", at: tail.sequence });
  const key = readVerificationKey((await findLogKey(context)) ?? "");
  const witnesses = await context.database.logWitness.findMany();
  const checkpoints = await context.database.logCheckpoint.findMany({
    orderBy: { size: "asc" },
    include: { cosignatures: true },
  });
  for (const checkpoint of checkpoints) {
    const { size, root, note, cosignatures } = checkpoint;
    if (size > tree.size) problems.push({ code: "CHECKPOINT_BEYOND_LOG", at: size });
    else if (hexOf(tree.root(size)) !== root) problems.push({ code: "CHECKPOINT_CONTRADICTED", at: size });
    if (!isSigned(checkpoint, key)) problems.push({ code: "CHECKPOINT_UNSIGNED", at: size });
    for (const { witnessName, line } of cosignatures) {
      const witness = readVerificationKey(witnesses.find(({ name }) => name === witnessName)?.verificationKey ?? "");
      if (!witness || !readCosignature(note + line, witness)) problems.push({ code: "COSIGNATURE_FALSE", at: size });
    }
  }
  const cosignatures = checkpoints.reduce((count, checkpoint) => count + checkpoint.cosignatures.length, 0);
  return { entries: tree.size, root: hexOf(tree.root()), checkpoints: checkpoints.length, cosignatures, problems };
}

function isSigned(
  { size, root, note }: { readonly size: number; readonly root: string; readonly note: string },
  key: VerificationKey | undefined,
): boolean {
  const opened = key && openNote(note, [key]);
  const said = opened && readCheckpoint(opened.text);
  return said?.size === size && hexOf(said.root) === root;
}
