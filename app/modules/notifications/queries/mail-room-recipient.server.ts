// The mail room's public key, as the mail room registered it when it first started.
import type { Ground } from "#app/platform/context.server.ts";

/** The name of the setting that holds it. */
export const recipientSetting = "mail-room-recipient";

/** The public key ("age1…") to which mails are sealed; throws while no mail room has ever started. */
export async function mailRoomRecipient(ground: Pick<Ground, "database"> | ReadingDatabase): Promise<string> {
  const setting = await ground.database.setting.findUnique({ where: { key: recipientSetting } });
  if (setting === null) {
    throw new Error("No mail room has registered its key yet. Start it: node --import tsx app/processes/mail-room.ts");
  }
  return setting.value;
}

interface ReadingDatabase {
  readonly database: { readonly setting: Ground["database"]["setting"] };
}
