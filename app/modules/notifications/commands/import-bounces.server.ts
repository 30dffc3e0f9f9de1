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

export interface ImportedBounces {
  /** Mails that are now marked as returned. */
  readonly bounced: number;
  /** Messages that were no report, reports of a delay, and reports about mails that are not ours. */
  readonly ignored: number;
}

/**
 * Reads the messages of the mailbox for returned mail.
 *
 * Security: anybody can write to that mailbox. Only a report with the Message-ID of a mail that left for exactly that address counts.
 */
export async function importBounces(
  context: Context,
  messages: readonly (Uint8Array | string)[],
): Promise<ImportedBounces> {
  requirePermission(context.actor, permissions, "notifications:import-bounces");
  let bounced = 0;
  let ignored = 0;
  for (const message of messages) {
    const returned = (await readDeliveryReport(message)).filter(({ isFinal }) => isFinal);
    let isOurs = false;
    for (const mail of returned) if (await markBounced(context, mail)) isOurs = true;
    if (isOurs) bounced += 1;
    else ignored += 1;
  }
  return { bounced, ignored };
}

/** False: it is not a mail of ours, or it was marked before. */
async function markBounced(context: Context, { messageId, address, reason }: ReturnedMail): Promise<boolean> {
  const mail = await context.database.outgoingMail.findFirst({ where: { messageId, state: "sent" } });
  if (mail === null || addressKey(mail.toAddress) !== addressKey(address)) return false;
  const outcome = await inTransaction(context, async (within: ContextWithin) => {
    await recordAudit(within, {
      action: "notifications:mail-bounced",
      subjectType: mail.subjectType ?? "mail",
      subjectId: mail.subjectId ?? mail.id,
      details: { mail: mail.id, template: mail.template },
    });
    const { count } = await within.database.outgoingMail.updateMany({
      where: { id: mail.id, state: "sent" },
      data: { state: "bounced", bouncedAt: within.clock.now(), lastError: reason },
    });
    await markUndeliverable(within, { address, reason, source: "returned" });
    return ok(count === 1);
  });
  return outcome.ok && outcome.value;
}
