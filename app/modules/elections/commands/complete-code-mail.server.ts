// The mail room's part of the mail with a voting code. What was sealed is the code and nothing else: the words and the link come from
// the roll. Whoever votes by link gets a second code, drawn here for each attempt; its predecessor ends before the mail leaves.
import { z } from "zod";
import { publicCredentialOf } from "#app/lib/ballot-protocol/index.ts";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Completion, MailToComplete } from "#app/modules/notifications/index.server.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { accessKeyHashOf, accessKeyOf } from "../domain/access-key.ts";
import { codeFragment, rollEntryOfCodeMail } from "../domain/code-mail.ts";
import { bindingKeyOf, eligibilityTagOf } from "../domain/eligibility-tag.ts";
import { mailAboutEntry } from "../domain/mail-about-entry.ts";
import { drawSecondCode, secondKeyHashOf, secondKeyOf } from "../domain/second-code.ts";
import { postalAddressOf } from "../domain/postal-address.ts";
import { linkToBooth, linkToOpenBooth } from "../links.ts";
import { onRoll } from "../queries/roll-tree.server.ts";

/** Security: strict, so that nothing else comes out of what a browser sealed. */
const sealedText = z.strictObject({ toAddress: z.string(), code: z.string().min(1).max(100) });

/** What the template needs, or why this mail does not leave. */
export async function completeCodeMail(ground: Ground, mail: MailToComplete): Promise<Completion> {
  const opened = sealedText.safeParse(mail.properties);
  if (!opened.success) return failed("something else than a voting code was sealed");
  const entry = await ground.database.rollEntry.findFirst({
    where: { id: rollEntryOfCodeMail(mail.deduplication) ?? "", electionId: mail.subjectId ?? "", ...onRoll },
  });
  if (entry === null) return failed("it belongs to nobody on the roll");
  const { code, toAddress } = opened.data;
  if (toAddress !== postalAddressOf(entry)) return failed("its address is not the one of the roll");
  const election = await ground.database.election.findUniqueOrThrow({
    where: { id: entry.electionId },
    select: { id: true, title: true, isTest: true, group: true, opensAt: true, closesAt: true, cancelledAt: true },
  });
  if (election.cancelledAt !== null) return failed("its election was called off");
  // Why here: a wrong code, sealed by mistake or to shut a voter out, is found now and not in the booth.
  if (!isCodeOf(entry, election.group as GroupName, code)) return failed("it is not the code of this entry");
  const isByLink = entry.rollChannel === "link";
  const secondCode = isByLink ? await drawFor(ground, entry, mail.deduplication) : undefined;
  if (isByLink && secondCode === undefined) return failed("its address is not the one of the roll");
  if (!isByLink) await ground.database.rollEntry.update(lastMailOf(entry.id, mail.deduplication));
  const booth = secondCode === undefined ? linkToBooth(election.id) : linkToOpenBooth(election.id);
  const fragment = codeFragment({ code, rollEntryId: entry.id, secondCode });
  return {
    kind: "complete",
    properties: {
      toAddress,
      ...mailAboutEntry(entry, { title: election.title as Trilingual, isTest: election.isTest }, mail.language),
      code,
      ...(secondCode === undefined ? {} : { secondCode }),
      link: `${ground.settings.baseUrl}${booth}${fragment}`,
      opensAt: election.opensAt.toISOString(),
      closesAt: election.closesAt.toISOString(),
    },
  };
}

interface RollEntry {
  readonly id: string;
  readonly electionId: string;
  readonly organizationHandle: string;
  readonly eligibilityTag: string | null;
  readonly accessKeyHash: string | null;
  readonly rollChannel: string;
  readonly contactEmail: string;
  readonly mendedEmail: string | null;
}

function isCodeOf(entry: RollEntry, group: GroupName, code: string): boolean {
  const { electionId } = entry;
  const publicCredential = publicCredentialOf({ group, uuid: electionId, code });
  const bindingKey = bindingKeyOf({ electionId, code });
  if (eligibilityTagOf({ bindingKey, rollEntryId: entry.id, publicCredential }) !== entry.eligibilityTag) return false;
  if (entry.rollChannel !== "link") return true;
  return accessKeyHashOf({ electionId, accessKey: accessKeyOf({ electionId, code }) }) === entry.accessKeyHash;
}

/**
 * Draws a second code and stores its hash, before anything leaves.
 *
 * Why anew for each attempt: a code that could be had again after this call would have to be kept. Of a mail that left twice the
 * later one works, and the booth says so to whoever comes with the earlier. Undefined where two people sent her mails elsewhere since the entry was
 * read: the code would work for the address that they took it from.
 */
async function drawFor(
  ground: Ground,
  { id, electionId, organizationHandle, contactEmail, mendedEmail }: RollEntry,
  mailKey: string,
): Promise<string | undefined> {
  const secondCode = drawSecondCode(ground.random);
  const secondKeyHash = secondKeyHashOf({ electionId, secondKey: secondKeyOf({ electionId, secondCode }) });
  const drawn = await inTransaction(withActor(ground, { kind: "system", name: "mail room" }), async (within) => {
    await recordAudit(within, {
      action: "elections:second-code-drawn",
      subjectType: "election",
      subjectId: electionId,
      details: { organization: organizationHandle },
    });
    const { count } = await within.database.rollEntry.updateMany({
      where: { id, contactEmail, mendedEmail, ...onRoll },
      data: { ...lastMailOf(id, mailKey).data, secondKeyHash, endedKeyHash: null },
    });
    return count === 1 ? ok(undefined) : refuse("ROLL_ENTRY_UNKNOWN");
  });
  return drawn.ok ? secondCode : undefined;
}

/** Of what comes back only this mail counts from now on, and an earlier one that did is over. */
function lastMailOf(id: string, codeMailKey: string) {
  return { where: { id }, data: { codeMailKey, codeMailReturnedAt: null } };
}

function failed(reason: string): Completion {
  return { kind: "failed", reason: `CANNOT_COMPLETE: ${reason}` };
}
