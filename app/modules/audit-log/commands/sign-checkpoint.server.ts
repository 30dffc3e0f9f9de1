// Signs how long the log is and what it says, and never anything that contradicts what was signed before.
// Source: c2sp.org/tlog-checkpoint "Signatures": a log must not sign a checkpoint that is inconsistent with an earlier one.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MerkleTree } from "#app/lib/merkle-tree/index.ts";
import { hexOf } from "#app/lib/merkle-tree/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { openNote, readCheckpoint, signNote, writeCheckpoint } from "#app/lib/signed-note/index.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { logTree } from "../queries/log-tree.server.ts";
import type { LogKey } from "./open-log-key.server.ts";
import { openLogKey } from "./open-log-key.server.ts";

export interface SignedCheckpoint {
  readonly size: number;
  readonly root: string;
  readonly note: string;
}

/** LOG_REWRITTEN: the database has lost or changed entries that were signed already. */
export type SignCheckpointRefusal = Refusal<"LOG_REWRITTEN">;

/** Signs the log as it is now; undefined when it is empty. The same size is signed once. */
export async function signCheckpoint(
  ground: Ground,
): Promise<Result<SignedCheckpoint | undefined, SignCheckpointRefusal>> {
  const key = await openLogKey(ground);
  const tree = await logTree(ground);
  const size = tree.size;
  const latest = await ground.database.logCheckpoint.findFirst({ orderBy: { size: "desc" } });
  const remembered = rememberedHead(ground, key);
  for (const known of [latest, remembered]) {
    if (known && !continues(tree, known)) return refuse("LOG_REWRITTEN", { signedSize: known.size, size });
  }
  if (size === 0) return ok(undefined);
  if (latest?.size === size) return ok({ size, root: latest.root, note: latest.note });
  const { name: origin } = key.verificationKey;
  const note = signNote(writeCheckpoint({ origin, size, root: tree.root(size) }), key.verificationKey, key.sign);
  // Why before the database: a backup of the database that is put back must not make us forget what we signed.
  rememberHead(ground, note);
  const signed = { size, root: hexOf(tree.root(size)), note };
  await ground.database.logCheckpoint.upsert({
    where: { size },
    create: { ...signed, createdAt: ground.clock.now() },
    update: {},
  });
  return ok(signed);
}

function continues(tree: MerkleTree, known: { readonly size: number; readonly root: string }): boolean {
  return known.size <= tree.size && hexOf(tree.root(known.size)) === known.root;
}

function pathOfHead(ground: Ground): string {
  return join(ground.settings.folder, "log", "head");
}

function rememberedHead(ground: Ground, key: LogKey): { size: number; root: string } | undefined {
  const path = pathOfHead(ground);
  if (!existsSync(path)) return undefined;
  const opened = openNote(readFileSync(path, "utf8"), [key.verificationKey]);
  const checkpoint = opened && readCheckpoint(opened.text);
  // Why undefined: a head that another key signed speaks of another log.
  return checkpoint && { size: checkpoint.size, root: hexOf(checkpoint.root) };
}

function rememberHead(ground: Ground, note: string): void {
  const path = pathOfHead(ground);
  mkdirSync(join(path, ".."), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, note, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
