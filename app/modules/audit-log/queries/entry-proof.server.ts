// One entry of the log with its proof: that it stands in the tree whose root the latest checkpoint signs.
import { hexOf } from "#app/lib/merkle-tree/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";
import type { AuditLine } from "./audit-trail.server.ts";
import { listAuditEntries } from "./audit-trail.server.ts";
import { logTree } from "./log-tree.server.ts";

export interface EntryProof {
  readonly entry: AuditLine;
  /** Number in the tree, from 0. */
  readonly index: number;
  readonly leaf: string;
  /** Undefined while no checkpoint covers the entry: at most a minute. */
  readonly inclusion:
    | { readonly size: number; readonly root: string; readonly proof: readonly string[]; readonly signedAt: string }
    | undefined;
}

/** The entry with this sequence number; undefined when there is none. */
export async function findEntryProof(context: Context, sequence: number): Promise<EntryProof | undefined> {
  requirePermission(context.actor, permissions, "audit-log:read");
  const [entry] = await listAuditEntries(context, { before: sequence + 1, limit: 1 });
  if (entry?.sequence !== sequence) return undefined;
  const index = sequence - 1;
  const tree = await logTree(context);
  const latest = await context.database.logCheckpoint.findFirst({ orderBy: { size: "desc" } });
  const isCovered = latest !== null && sequence <= latest.size;
  return {
    entry,
    index,
    leaf: hexOf(tree.subtree(0, index)),
    inclusion: isCovered
      ? {
          size: latest.size,
          root: latest.root,
          proof: tree.inclusionProof(index, latest.size).map(hexOf),
          signedAt: latest.createdAt.toISOString(),
        }
      : undefined,
  };
}

/** The proof that the log of `size` continues the one of `knownSize`, as hexadecimal hashes; undefined for sizes it never had. */
export async function findConsistencyProof(
  context: Context,
  { knownSize, size }: { readonly knownSize: number; readonly size: number },
): Promise<string[] | undefined> {
  const tree = await logTree(context);
  if (knownSize > size || size > tree.size) return undefined;
  return tree.consistencyProof(knownSize, size).map(hexOf);
}
