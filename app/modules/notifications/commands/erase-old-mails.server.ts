// Takes the address out of mails that are long gone, and forgets old trouble with addresses. What was sent, when and how often stays countable.
import { ok } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { erasedAddress } from "../domain/delivery-rules.ts";
import { permissions } from "../module.ts";

/** Erases in mails that ended before the instant; gives how many. Mails that still wait are left alone. */
export async function eraseOldMails(context: Context, { before }: { readonly before: Date }): Promise<number> {
  requirePermission(context.actor, permissions, "notifications:erase");
  const mails = {
    createdAt: { lt: before },
    state: { in: ["sent", "failed", "unknown", "bounced", "stopped"] },
    toAddress: { notIn: [erasedAddress, ""] },
  };
  const found = await context.database.outgoingMail.count({ where: mails });
  const addresses = await context.database.undeliverableAddress.count({ where: { since: { lt: before } } });
  if (found + addresses === 0) return 0;
  const outcome = await inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "notifications:addresses-erased",
      subjectType: "mail",
      subjectId: "",
      details: { mails: found, addresses, before: before.toISOString() },
    });
    const { count } = await within.database.outgoingMail.updateMany({
      where: mails,
      // Why the answers too: mail servers repeat the address in them.
      data: {
        toAddress: erasedAddress,
        sealed: null,
        smtpAnswer: null,
        lastError: null,
        messageId: null,
        returnToken: null,
      },
    });
    await within.database.undeliverableAddress.deleteMany({ where: { since: { lt: before } } });
    return ok(count);
  });
  return outcome.value + addresses;
}
