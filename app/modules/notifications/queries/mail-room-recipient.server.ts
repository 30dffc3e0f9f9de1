// The mail room's public key, as the mail room registered it when it first started.
import type { Ground, ReadingContext } from "#app/platform/context.server.ts";
import { readNamedSetting } from "#app/platform/named-settings.server.ts";

/** The name of the setting that holds it. */
export const recipientSetting = "mail-room-recipient";

/** The public key ("age1…") to which mails are sealed; throws while no mail room has ever started. */
export async function mailRoomRecipient(ground: Ground | ReadingContext): Promise<string> {
  const recipient = await registeredRecipient(ground);
  if (recipient === "") {
    throw new Error("No mail room has registered its key yet. Start it: node --import tsx app/processes/mail-room.ts");
  }
  return recipient;
}

/** Whether mails can be sealed at all. */
export async function isMailRoomRegistered(ground: Ground | ReadingContext): Promise<boolean> {
  return (await registeredRecipient(ground)) !== "";
}

function registeredRecipient(ground: Ground | ReadingContext): Promise<string> {
  return readNamedSetting({ ...ground, actor: { kind: "visitor" } }, recipientSetting, "");
}
