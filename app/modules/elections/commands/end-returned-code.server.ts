// A mail with a voting code came back, or its reader complained of it: others have read both codes by then. The second one ends at once,
// the entry says so to the desks, and whoever reads the voter's mail is told, so that no forged report silences her (decision 0010).
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { MailThatReturned } from "#app/modules/notifications/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { rollEntryOfCodeMail } from "../domain/code-mail.ts";
import { voterNameOf } from "../domain/voter-name.ts";
import { linkToElection } from "../links.ts";
import type { EntryWithContact } from "../queries/readers-of-entry.server.ts";
import { findReadersOfEntry } from "../queries/readers-of-entry.server.ts";
import { onRoll } from "../queries/roll-tree.server.ts";

/** Nothing for another mail, for one that was sent before the last, and once nobody votes any more. */
export async function endReturnedCode(within: ContextWithin, mail: MailThatReturned): Promise<void> {
  if (mail.template !== "elections/voting-code") return;
  const entry = await within.database.rollEntry.findFirst({
    where: { id: rollEntryOfCodeMail(mail.deduplication) ?? "", electionId: mail.subjectId ?? "", ...onRoll },
  });
  if (entry === null) return;
  const election = await within.database.election.findUniqueOrThrow({
    where: { id: entry.electionId },
    select: { id: true, title: true, closedAt: true, cancelledAt: true },
  });
  if (election.closedAt !== null || election.cancelledAt !== null) return;
  if (entry.codeMailKey !== null && entry.codeMailKey !== mail.deduplication) return;
  const { id, secondKeyHash } = entry;
  // Privacy: neither log nor desk says whether the code ended, because it ends only where nobody has voted with it.
  await recordAudit(within, {
    action: "elections:code-mail-returned",
    subjectType: "election",
    subjectId: entry.electionId,
    details: { organization: entry.organizationHandle },
  });
  if (secondKeyHash !== null)
    // Why the hash is asked again: another mail may have left since it was read.
    await within.database.rollEntry.updateMany({
      where: { id, hasVoted: false, secondKeyHash },
      data: { secondKeyHash: null, endedKeyHash: secondKeyHash },
    });
  await within.database.rollEntry.update({ where: { id }, data: { codeMailReturnedAt: within.clock.now() } });
  await tellVoter(within, { ...entry, election }, mail.deduplication);
}

interface EntryToTell extends EntryWithContact {
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly rollChannel: string;
  readonly class: string;
  readonly election: { readonly id: string; readonly title: unknown };
}

/** Her address too: if the report was wrong or forged, she reads it there. And everybody else who acts for the organisation. */
async function tellVoter(within: ContextWithin, entry: EntryToTell, mailKey: string): Promise<void> {
  const { id, title } = entry.election;
  for (const [key, reader] of await findReadersOfEntry(within, entry)) {
    await sendMail(within, {
      template: "elections/code-returned",
      to: reader,
      properties: {
        organizationName: voterNameOf(entry),
        electionTitle: inLanguage(title as Trilingual, reader.language),
        isByLink: entry.rollChannel === "link",
        link: `${within.settings.baseUrl}${linkToElection(id)}`,
      },
      deduplication: `code-returned:${mailKey}:${key}`,
      subject: { type: "election", id },
    });
  }
}
