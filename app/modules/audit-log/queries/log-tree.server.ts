// The Merkle tree over the log, kept in memory and grown by what was written since.
import { MerkleTree } from "#app/lib/merkle-tree/index.ts";
import { breathEvery } from "#app/platform/breath.server.ts";
import type { Context, Ground, ReadingContext } from "#app/platform/context.server.ts";
import { logLeafHash } from "../domain/log-entry.ts";

const rowsAtATime = 2000;

interface GrowingTree {
  readonly tree: MerkleTree;
  growing: Promise<void>;
}

const trees = new WeakMap<Ground["database"], GrowingTree>();

/**
 * The tree over every entry that is committed now. Must not be asked inside a transaction, whose entries may still vanish.
 *
 * Stops before a gap: a tree that is shorter than a signed checkpoint is what `signCheckpoint` refuses and the watch reports.
 */
export async function logTree(context: Pick<Context, "database">): Promise<MerkleTree> {
  const known = trees.get(context.database) ?? { tree: new MerkleTree(), growing: Promise.resolve() };
  trees.set(context.database, known);
  // Why one after the other: two readers at once would append the same leaf twice.
  known.growing = known.growing.catch(() => undefined).then(() => grow(context, known.tree));
  await known.growing;
  return known.tree;
}

/** A tree read afresh, for whoever does not trust what is in memory. */
export async function readLogTree(context: Pick<ReadingContext, "database">): Promise<MerkleTree> {
  const tree = new MerkleTree();
  await grow(context, tree);
  return tree;
}

async function grow(context: Pick<ReadingContext, "database">, tree: MerkleTree): Promise<void> {
  const breathe = breathEvery(1);
  for (;;) {
    const rows = await context.database.auditEntry.findMany({
      where: { sequence: { gt: tree.size } },
      select: { sequence: true, hash: true },
      orderBy: { sequence: "asc" },
      take: rowsAtATime,
    });
    for (const row of rows) {
      if (row.sequence !== tree.size + 1) return;
      tree.append(logLeafHash(row));
    }
    if (rows.length < rowsAtATime) return;
    await breathe();
  }
}
