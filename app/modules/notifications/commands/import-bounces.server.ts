// Takes reports of returned mail into the state of the mails: what came back is "bounced", and its address does not receive mail.
import { ok } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { addressKey } from "../domain/address-key.ts";
import type { ReturnedMail } from "../domain/delivery-report.ts";
import { readDeliveryReport } from "../domain/delivery-report.ts";
import { permissions } from "../module.ts";
import { markUndeliverable } from "./mark-undeliverable.server.ts";

/** A mail that came back, or of which its reader complained, for the module that queued it. */
export interface MailThatReturned {
  readonly template: string;
  readonly deduplication: string;
  readonly subjectId: string | null;
}

/** What other modules do when a mail comes back, in the transaction that marks it: app/reactions.server.ts. */
export type WhenMailReturned = (within: ContextWithin, mail: MailThatReturned) => Promise<void>;

export interface ImportedBounces {
  /** Mails that are now marked as returned. */
  readonly bounced: number;
  /** Messages that were no report, reports of a delay, and reports about mails that are not ours. */
  readonly ignored: number;
}

/**
 * Reads the messages of the mailbox for returned mail.
 *
 * Security: anybody can write to that mailbox. Only a report counts that came to the return path of a mail or names it: that is random, and
 * nobody but the servers on its way knows it. The Message-ID, of a mail that left for exactly that address, counts only where mails have no
 * return path of their own: staff read it in the proof of sending, and could have anybody's address marked.
 */
export async function importBounces(
  context: Context,
  messages: readonly (Uint8Array | string)[],
  whenReturned: WhenMailReturned,
): Promise<ImportedBounces> {
  requirePermission(context.actor, permissions, "notifications:import-bounces");
  let bounced = 0;
  let ignored = 0;
  for (const message of messages) {
    const returned = (await readDeliveryReport(message)).filter(({ isFinal }) => isFinal);
    let isOurs = false;
    for (const mail of returned) if (await markBounced(context, mail, whenReturned)) isOurs = true;
    if (isOurs) bounced += 1;
    else ignored += 1;
  }
  return { bounced, ignored };
}

/** False: it is not a mail of ours, or it was marked before. */
async function markBounced(context: Context, returned: ReturnedMail, whenReturned: WhenMailReturned): Promise<boolean> {
  const mail = await findReturned(context, returned);
  if (mail === null) return false;
  const { reason } = returned;
  const outcome = await inTransaction(context, async (within: ContextWithin) => {
    await recordAudit(within, {
      action: "notifications:mail-bounced",
      subjectType: mail.subjectType ?? "mail",
      subjectId: mail.subjectId ?? mail.id,
      details: { mail: mail.id, template: mail.template },
    });
    const { count } = await within.database.outgoingMail.updateMany({
      where: { id: mail.id, state: { in: maybeGone } },
      data: { state: "bounced", bouncedAt: within.clock.now(), lastError: reason },
    });
    // Why the address of our mail: the report may name another one, to which hers forwards.
    await markUndeliverable(within, { address: mail.toAddress, reason, source: "returned" });
    if (count === 1) await whenReturned(within, mail);
    return ok(count === 1);
  });
  return outcome.ok && outcome.value;
}

/** A mail of which it was not known whether it left has left when it comes back. */
const maybeGone = ["sent", "unknown"];

async function findReturned(context: Context, { messageId, returnTokens, address }: ReturnedMail) {
  const { database, settings } = context;
  const { outgoingMail } = database;
  const byPath = await outgoingMail.findFirst({
    where: { returnToken: { in: [...returnTokens] }, state: { in: maybeGone } },
  });
  if (byPath !== null || messageId === undefined) return byPath;
  const byId = await outgoingMail.findFirst({
    // What left before mails had tokens has none, whatever is set now.
    where: { messageId, state: "sent", ...(settings.bounceAddress === undefined ? {} : { returnToken: null }) },
  });
  return byId !== null && addressKey(byId.toAddress) === addressKey(address) ? byId : null;
}
