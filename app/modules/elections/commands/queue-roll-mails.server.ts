// Tells voters without an account that they stand on the roll, with a code that opens their own entry and the door for claims.
// Source: domain facts §2.4 (claims about the roll end before the voting codes leave, so those could not open that door in time).
import { queueSealedMails } from "#app/modules/notifications/index.server.ts";
import { mailRoomRecipient } from "#app/modules/notifications/index.server.ts";
import { sealForMailRoom } from "#app/modules/notifications/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { defaultLanguage, isLanguage } from "#app/platform/language/languages.ts";
import { rollMailKey } from "../domain/roll-mail.ts";

export interface EntryToTell {
  readonly id: string;
  readonly rollChannel: string;
  readonly contactEmail: string;
  readonly contactLanguage: string;
}

interface RollOfMails {
  readonly id: string;
  readonly isTest: boolean;
}

/** Only who votes by link gets one; in a test election nobody: its people go straight to the codes. */
export async function queueRollMails(
  within: ContextWithin,
  election: RollOfMails,
  { version, entries }: { readonly version: number; readonly entries: readonly EntryToTell[] },
): Promise<void> {
  const byLink = entries.filter(({ rollChannel, contactEmail }) => rollChannel === "link" && contactEmail !== "");
  if (election.isTest || byLink.length === 0) return;
  const recipient = await mailRoomRecipient(within);
  const mails = byLink.map(async ({ id, contactEmail, contactLanguage }) => ({
    template: "elections/roll-entry",
    to: { address: contactEmail },
    language: isLanguage(contactLanguage) ? contactLanguage : defaultLanguage,
    // Why only the address: the mail room takes the words from the roll, and draws the code.
    sealed: await sealForMailRoom(recipient, { toAddress: contactEmail }),
    deduplication: rollMailKey(id, version),
    subject: { type: "election", id: election.id },
  }));
  await queueSealedMails(within, await Promise.all(mails));
}
