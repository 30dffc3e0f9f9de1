// Sends a lost voting code again: whoever keeps the list of codes opens it in the browser, which seals the mail to the mail room.
// It goes to the address of the frozen roll and to no other; this server reads neither code nor mail. Behind a link the mail brings a
// new second code, and the earlier mail no longer opens anything (complete-code-mail).
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { countMailsUnder, queueSealedMails } from "#app/modules/notifications/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { codeMailAgainPrefix } from "../domain/code-mail.ts";
import { postalAddressOf } from "../domain/postal-address.ts";
import { onRoll } from "../queries/roll-tree.server.ts";
import { permissions } from "../module.ts";
import { lockBox } from "./lock-election.server.ts";
import { requireNotCancelled } from "../cancelling/domain/cancellation.ts";

export type SendCodeAgainRefusal = Refusal<
  | "ELECTION_CANCELLED"
  | "BOX_NOT_SEALED"
  | "VOTING_CLOSED"
  | "VOTING_CODE_NOT_SEALED"
  | "NOT_THE_CODE_KEEPER"
  | "CODE_SENT_TOO_OFTEN"
>;

export interface SendCodeAgainInput {
  readonly electionId: string;
  readonly rollEntryId: string;
  readonly sealedVotingCode: string;
  /** Made by the page for one request: pressing twice, or an answer that was lost, sends one mail. */
  readonly requestId: string;
}

/** Answers to whom it goes: the contact's name, for the page. */
export async function sendCodeAgain(
  context: Context,
  { electionId, rollEntryId, sealedVotingCode, requestId }: SendCodeAgainInput,
): Promise<Result<{ contactName: string }, SendCodeAgainRefusal>> {
  requirePermission(context.actor, permissions, "elections:send-code-again");
  if (!sealedVotingCode.startsWith("-----BEGIN AGE ENCRYPTED FILE-----")) return refuse("VOTING_CODE_NOT_SEALED");
  const deduplication = `${codeMailAgainPrefix(rollEntryId)}${requestId}`;
  return inTransaction<Result<{ contactName: string }, SendCodeAgainRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const election = await lockBox(within, electionId);
    const standing = requireNotCancelled(election);
    if (!standing.ok) return standing;
    if (!election.sealedAt) return refuse("BOX_NOT_SEALED");
    // Security: only who made the codes has their list; a mail of anybody else could only mislead.
    const isKeeper = within.actor.kind === "person" && within.actor.accountId === election.credentialAuthorityId;
    if (!isKeeper) return refuse("NOT_THE_CODE_KEEPER");
    if (election.closedAt || within.clock.now() >= election.closesAt) return refuse("VOTING_CLOSED");
    const entry = await within.database.rollEntry.findFirstOrThrow({
      where: { id: rollEntryId, electionId, ...onRoll },
    });
    const allowed = await isWithinAllowance(within, rollEntryId, deduplication);
    if (!allowed) return refuse("CODE_SENT_TOO_OFTEN", { mailsADay });
    await recordAudit(within, {
      action: "elections:code-sent-again",
      subjectType: "election",
      subjectId: electionId,
      details: { organization: entry.organizationHandle, contact: entry.contactName },
    });
    await queueSealedMails(within, [
      {
        template: "elections/voting-code",
        to: { address: postalAddressOf(entry) },
        language: entry.contactLanguage as Language,
        sealed: sealedVotingCode,
        deduplication,
        subject: { type: "election", id: electionId },
      },
    ]);
    return ok({ contactName: entry.contactName });
  });
}

const mailsADay = 3;

async function isWithinAllowance(within: ContextWithin, rollEntryId: string, deduplication: string): Promise<boolean> {
  const since = new Date(within.clock.now().getTime() - 24 * 60 * 60_000);
  const sent = await countMailsUnder(within, {
    prefix: codeMailAgainPrefix(rollEntryId),
    but: deduplication,
    since,
  });
  return sent < mailsADay;
}
