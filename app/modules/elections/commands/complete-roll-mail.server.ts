// The mail room's part of the mail about one's entry on the roll: it draws the code, keeps its hash, and takes the words from the roll.
// The code opens the entry and the door for claims, and casts nothing; each attempt draws anew, so the last mail works.
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Completion, MailToComplete } from "#app/modules/notifications/index.server.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { mailAboutEntry } from "../domain/mail-about-entry.ts";
import { rollCodeFragment, rollEntryOfRollMail } from "../domain/roll-mail.ts";
import { drawSecondCode, secondKeyHashOf, secondKeyOf } from "../domain/second-code.ts";
import { postalAddressOf } from "../domain/postal-address.ts";
import { linkToOpenRoll } from "../links.ts";
import { findRollClaimWindow } from "../queries/roll-claim-window.server.ts";
import { onRoll } from "../queries/roll-tree.server.ts";

const mailRoom = { kind: "system", name: "mail room" } as const;

/** What the template needs, or why this mail does not leave. */
export async function completeRollMail(ground: Ground, mail: MailToComplete): Promise<Completion> {
  const entry = await ground.database.rollEntry.findFirst({
    where: { id: rollEntryOfRollMail(mail.deduplication) ?? "", electionId: mail.subjectId ?? "", ...onRoll },
  });
  if (entry === null) return failed("it belongs to nobody on the roll");
  if (entry.rollChannel !== "link") return failed("its entry votes with an account");
  if (mail.properties.toAddress !== postalAddressOf(entry)) return failed("its address is not the one of the roll");
  const election = await ground.database.election.findUniqueOrThrow({
    where: { id: entry.electionId },
    select: { id: true, title: true, isTest: true, cancelledAt: true },
  });
  if (election.cancelledAt !== null) return failed("its election was called off");
  const code = await drawFor(ground, entry);
  if (code === undefined) return failed("its address is not the one of the roll");
  return {
    kind: "complete",
    properties: {
      toAddress: postalAddressOf(entry),
      ...mailAboutEntry(entry, { title: election.title as Trilingual, isTest: election.isTest }, mail.language),
      code,
      link: `${ground.settings.baseUrl}${linkToOpenRoll(election.id)}${rollCodeFragment(code)}`,
      claimsUntil: (await findRollClaimWindow(withActor(ground, mailRoom), election.id))?.toISOString() ?? null,
    },
  };
}

interface EntryOfCode {
  readonly id: string;
  readonly electionId: string;
  readonly organizationHandle: string;
  readonly contactEmail: string;
  readonly mendedEmail: string | null;
}

/** Undefined where the entry went into other hands since it was read: the code would open it for who held it before. */
async function drawFor(ground: Ground, entry: EntryOfCode): Promise<string | undefined> {
  const { id, electionId, organizationHandle, contactEmail, mendedEmail } = entry;
  const secondCode = drawSecondCode(ground.random);
  const rollKeyHash = secondKeyHashOf({ electionId, secondKey: secondKeyOf({ electionId, secondCode }) });
  const drawn = await inTransaction(withActor(ground, mailRoom), async (within) => {
    await recordAudit(within, {
      action: "elections:roll-code-drawn",
      subjectType: "election",
      subjectId: electionId,
      details: { organization: organizationHandle },
    });
    const { count } = await within.database.rollEntry.updateMany({
      where: { id, contactEmail, mendedEmail, rollChannel: "link", ...onRoll },
      data: { rollKeyHash },
    });
    return count === 1 ? ok(undefined) : refuse("ROLL_ENTRY_UNKNOWN");
  });
  return drawn.ok ? secondCode : undefined;
}

function failed(reason: string): Completion {
  return { kind: "failed", reason: `CANNOT_COMPLETE: ${reason}` };
}
