// The key by which the log signs its checkpoints: made at the first start, kept in a file of the folder, never in the database.
// The file is in the text form of Go's note package, so that an operator may look at it with other people's tools.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ed25519 } from "@noble/curves/ed25519.js";
import type { Sign, VerificationKey } from "#app/lib/signed-note/index.ts";
import { noteKey, writeVerificationKey } from "#app/lib/signed-note/index.ts";
import { ok } from "#app/lib/result/index.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import { readNamedSetting, writeNamedSetting } from "#app/platform/named-settings.server.ts";
import { originOf } from "../domain/origin.ts";
import { logKeySetting } from "../queries/log-key.server.ts";
import { recordAudit } from "./record-audit.server.ts";

export interface LogKey {
  readonly verificationKey: VerificationKey;
  readonly sign: Sign;
}

/**
 * Reads or makes the key in `<folder>/log/key` and registers its public half.
 *
 * Security: a log that signs with another key is another log to every witness, so a registered key is replaced on purpose only.
 */
export async function openLogKey(ground: Ground, { isReplacing = false } = {}): Promise<LogKey> {
  const path = join(ground.settings.folder, "log", "key");
  const { name, seed } = existsSync(path) ? readKey(path) : makeKey(ground, path);
  const verificationKey = noteKey(name, ed25519.getPublicKey(seed));
  await registerKey(ground, { vkey: writeVerificationKey(verificationKey), path, isReplacing });
  return { verificationKey, sign: (message) => ed25519.sign(message, seed) };
}

async function registerKey(
  ground: Ground,
  { vkey, path, isReplacing }: { readonly vkey: string; readonly path: string; readonly isReplacing: boolean },
): Promise<void> {
  const context = withActor(ground, { kind: "system", name: "log" });
  if ((await readNamedSetting(context, logKeySetting, "")) === vkey) return;
  await inTransaction(context, async (within) => {
    const registered = await readNamedSetting(within, logKeySetting, "");
    if (registered !== "" && registered !== vkey && !isReplacing) throw new Error(otherKeyMessage(path));
    if (registered === vkey) return ok(undefined);
    await recordAudit(within, {
      action: "audit-log:key-registered",
      subjectType: "log",
      subjectId: vkey,
      changes: [{ field: "verificationKey", before: registered === "" ? null : registered, after: vkey }],
    });
    await writeNamedSetting(within, logKeySetting, vkey);
    return ok(undefined);
  });
}

function makeKey(ground: Ground, path: string): { readonly name: string; readonly seed: Uint8Array } {
  const name = originOf(ground.settings.baseUrl);
  const seed = ground.random(32);
  const { id } = noteKey(name, ed25519.getPublicKey(seed));
  mkdirSync(join(path, ".."), { recursive: true, mode: 0o700 });
  const encoded = Buffer.from([1, ...seed]).toString("base64");
  writeFileSync(path, `PRIVATE+KEY+${name}+${id}+${encoded}\n`, { mode: 0o600, flag: "wx" });
  return { name, seed };
}

function readKey(path: string): { readonly name: string; readonly seed: Uint8Array } {
  const [, name = "", id = "", encoded = ""] =
    /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(readFileSync(path, "utf8").trim()) ?? [];
  const bytes = Uint8Array.from(Buffer.from(encoded, "base64"));
  const seed = bytes.slice(1);
  const isWhole = bytes.length === 33 && bytes[0] === 1 && noteKey(name, ed25519.getPublicKey(seed)).id === id;
  if (!isWhole) throw new Error(`${path} is not the key of a log. Bring it back from the backup.`);
  return { name, seed };
}

function otherKeyMessage(path: string): string {
  return (
    `Another key of the log is registered in this database, and ${path} does not fit it. Copy that key file here, ` +
    "or register this one with: npm run -s plenaria -- log key --replace. Witnesses must then be told the new key."
  );
}
