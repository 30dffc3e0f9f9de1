// The mail room makes its key pair when it first starts. Only the public half leaves its folder.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { ok } from "#app/lib/result/index.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import { readNamedSetting, writeNamedSetting } from "#app/platform/named-settings.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { recipientSetting } from "../queries/mail-room-recipient.server.ts";

/**
 * Reads or makes the identity in `<folder>/mail-room/identity` and registers its public half. Gives the identity.
 *
 * Security: a second mail room with another key would be a way to read what is meant for the first,
 * so a registered key is only replaced on purpose.
 */
export async function registerMailRoom(
  ground: Ground,
  { folder, isReplacing = false }: { readonly folder: string; readonly isReplacing?: boolean },
): Promise<string> {
  const path = join(folder, "mail-room", "identity");
  const identity = existsSync(path) ? readFileSync(path, "utf8").trim() : await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  await inTransaction(withActor(ground, { kind: "system", name: "mail room" }), async (within) => {
    const registered = await readNamedSetting(within, recipientSetting, "");
    if (registered === recipient) return ok(undefined);
    if (registered !== "" && !isReplacing) throw new Error(otherKeyMessage(path));
    await recordAudit(within, {
      action: "notifications:mail-room-registered",
      subjectType: "mail-room",
      subjectId: recipient,
      changes: [{ field: "recipient", before: registered === "" ? null : registered, after: recipient }],
    });
    // Why before the database learns of it: a key that is used and lost would lose mails.
    keepIdentity(path, identity);
    await writeNamedSetting(within, recipientSetting, recipient);
    return ok(undefined);
  });
  return identity;
}

function keepIdentity(path: string, identity: string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, `${identity}\n`, { mode: 0o600, flag: "wx" });
}

function otherKeyMessage(path: string): string {
  return (
    `Another mail room's key is registered in this database, and ${path} does not fit it. ` +
    "Copy that mail room's identity file here, or start this one with PLENARIA_MAIL_ROOM_REPLACE=yes: " +
    "mails that wait for the old key can then not be sent any more."
  );
}
