// Entries of the log with their whole content and the proof that they stand under the latest checkpoint: for acts whose every word is
// public anyway, so that whoever has a bundle can hold the log against it.
import { hexOf } from "#app/lib/merkle-tree/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { AuditContent } from "../domain/entry-hash.ts";
import { findLatestCheckpoint } from "./checkpoints.server.ts";
import { readLogTree } from "./log-tree.server.ts";

export interface OpenedEntry {
  readonly content: AuditContent;
  readonly previousHash: string;
  /** From the leaf upwards, in the tree of the checkpoint. */
  readonly path: readonly string[];
}

export interface OpenedEntries {
  /** The signed note with its cosignatures. */
  readonly checkpoint: string;
  readonly witnesses: readonly string[];
  readonly entries: readonly OpenedEntry[];
  /** That the checkpoint continues the one of `knownSize` (RFC 9162 §2.1.4). */
  readonly consistency: readonly string[];
}

export interface EntriesToOpen {
  readonly subjectId: string;
  readonly actions: readonly string[];
  /** Of these acts, only those whose every word is public. */
  readonly isPublic?: (entry: Pick<AuditContent, "action" | "details">) => boolean;
  /** The size of an earlier checkpoint that the reader has. */
  readonly knownSize?: number;
}

/** The entries of one subject that a checkpoint covers; undefined before the first checkpoint. */
export async function openEntries(
  context: ReadingContext,
  { subjectId, actions, isPublic = () => true, knownSize }: EntriesToOpen,
): Promise<OpenedEntries | undefined> {
  const latest = await findLatestCheckpoint(context);
  if (latest === undefined) return undefined;
  const rows = await context.database.auditEntry.findMany({
    where: { subjectId, action: { in: [...actions] }, sequence: { lte: latest.size } },
    orderBy: { sequence: "asc" },
  });
  const tree = await readLogTree(context);
  return {
    checkpoint: latest.note,
    witnesses: latest.witnesses.map(({ name }) => name),
    consistency: knownSize === undefined ? [] : tree.consistencyProof(knownSize, latest.size).map(hexOf),
    entries: rows.filter(isPublic).map(({ hash: _hash, previousHash, at, ...row }) => ({
      content: {
        sequence: row.sequence,
        at: at.toISOString(),
        actorKind: row.actorKind,
        actorId: row.actorId,
        actorName: row.actorName,
        action: row.action,
        subjectType: row.subjectType,
        subjectId: row.subjectId,
        changes: row.changes,
        details: row.details,
        salt: row.salt,
      },
      previousHash,
      path: tree.inclusionProof(row.sequence - 1, latest.size).map(hexOf),
    })),
  };
}
