// The signed word of the log as anybody may ask for it: the checkpoint with its cosignatures, tiles, bundles, and who witnesses.
import { bundleEntries, tileWidth, withSignatures } from "#app/lib/signed-note/index.ts";
import type { TileAddress } from "#app/lib/signed-note/index.ts";
import type { Context, ReadingContext } from "#app/platform/context.server.ts";
import { logEntryBytes } from "../domain/log-entry.ts";
import { logTree } from "./log-tree.server.ts";

export interface PublishedCheckpoint {
  readonly size: number;
  readonly root: string;
  /** The signed note with the cosignatures that have come in. */
  readonly note: string;
  readonly createdAt: string;
  readonly witnesses: readonly { readonly name: string; readonly cosignedAt: string }[];
}

/** The latest checkpoint; undefined before the first. */
export async function findLatestCheckpoint(context: ReadingContext): Promise<PublishedCheckpoint | undefined> {
  const row = await context.database.logCheckpoint.findFirst({
    orderBy: { size: "desc" },
    include: { cosignatures: { orderBy: { witnessName: "asc" } } },
  });
  if (row === null) return undefined;
  return {
    size: row.size,
    root: row.root,
    note: withSignatures(
      row.note,
      row.cosignatures.map(({ line }) => line),
    ),
    createdAt: row.createdAt.toISOString(),
    witnesses: row.cosignatures.map(({ witnessName, cosignedAt }) => ({
      name: witnessName,
      cosignedAt: cosignedAt.toISOString(),
    })),
  };
}

/** The bytes of a tile of hashes or of a bundle of entries; undefined when no checkpoint reaches so far. */
export async function readTile(context: Context, address: TileAddress): Promise<Uint8Array | undefined> {
  const latest = await context.database.logCheckpoint.findFirst({ orderBy: { size: "desc" }, select: { size: true } });
  const level = address.level === "entries" ? 0 : address.level;
  const start = address.index * tileWidth;
  const end = start + address.width;
  // Why: what no checkpoint covers yet is not promised to anybody, and is not shown.
  if (latest === null || end * tileWidth ** level > latest.size) return undefined;
  if (address.level === "entries") return readBundle(context, start, address.width);
  const tree = await logTree(context);
  const tile = new Uint8Array(32 * address.width);
  for (let at = 0; at < address.width; at += 1) tile.set(tree.subtree(level * 8, start + at), 32 * at);
  return tile;
}

async function readBundle(context: Context, start: number, width: number): Promise<Uint8Array> {
  const rows = await context.database.auditEntry.findMany({
    where: { sequence: { gt: start, lte: start + width } },
    select: { sequence: true, hash: true },
    orderBy: { sequence: "asc" },
  });
  return bundleEntries(rows.map(logEntryBytes));
}

export interface WitnessView {
  readonly name: string;
  readonly verificationKey: string;
  readonly url: string | null;
  readonly lastCosignedAt: string | null;
  /** The size that it cosigned last. */
  readonly knownSize: number;
  readonly trouble: string | null;
  readonly addedAt: string;
}

/** Every witness, by name. */
export async function listWitnesses(context: ReadingContext): Promise<WitnessView[]> {
  const rows = await context.database.logWitness.findMany({ orderBy: { name: "asc" } });
  return rows.map(({ addedBy: _, ...row }) => ({
    ...row,
    lastCosignedAt: row.lastCosignedAt?.toISOString() ?? null,
    addedAt: row.addedAt.toISOString(),
  }));
}

/** The size of the log and the age of what was signed, for whoever decides whether to sign again. */
export async function findUnsignedEntries(
  context: ReadingContext,
  momentous: readonly string[],
): Promise<{ readonly count: number; readonly isMomentous: boolean; readonly signedAt: string | undefined }> {
  const latest = await context.database.logCheckpoint.findFirst({ orderBy: { size: "desc" } });
  const unsigned = { sequence: { gt: latest?.size ?? 0 } };
  const [count, found] = await Promise.all([
    context.database.auditEntry.count({ where: unsigned }),
    context.database.auditEntry.count({ where: { ...unsigned, action: { in: [...momentous] } } }),
  ]);
  return { count, isMomentous: found > 0, signedAt: latest?.createdAt.toISOString() };
}
