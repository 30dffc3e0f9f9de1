// A person decides that a mail which failed, or may have left, is sent once more.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { permissions } from "../module.ts";

export type SendAgainRefusal = Refusal<"MAIL_NOT_IN_TROUBLE">;

/** Puts the mail back on its way. */
export function sendAgain(context: Context, mailId: string): Promise<Result<void, SendAgainRefusal>> {
  requirePermission(context.actor, permissions, "notifications:send-again");
  return inTransaction(context, async (within) => {
    await recordAudit(within, { action: "notifications:sent-again", subjectType: "mail", subjectId: mailId });
    const { count } = await within.database.outgoingMail.updateMany({
      where: { id: mailId, state: { in: ["failed", "unknown"] }, sealed: { not: null } },
      data: { state: "waiting", nextAttemptAt: within.clock.now(), attempts: 0 },
    });
    return count === 1 ? ok(undefined) : refuse("MAIL_NOT_IN_TROUBLE");
  });
}
