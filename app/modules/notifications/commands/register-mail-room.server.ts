// The mail room makes itself known: from now on mails are sealed to its public key.
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { recipientSetting } from "../queries/mail-room-recipient.server.ts";

/** Registers the public key ("age1…"); the same key again changes nothing. */
export async function registerMailRoomRecipient(within: ContextWithin, recipient: string): Promise<void> {
  const before = await within.database.setting.findUnique({ where: { key: recipientSetting } });
  if (before?.value === recipient) return;
  await recordAudit(within, {
    action: "notifications:mail-room-registered",
    subjectType: "mail-room",
    subjectId: "mail-room",
    changes: [{ field: "recipient", before: before?.value ?? null, after: recipient }],
  });
  await within.database.setting.upsert({
    where: { key: recipientSetting },
    create: { key: recipientSetting, value: recipient },
    update: { value: recipient },
  });
}
