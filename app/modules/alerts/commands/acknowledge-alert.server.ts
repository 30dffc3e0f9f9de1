// A member of the commission takes note of an alert and says what was found; from then on no band shouts it.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted, requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";

export type AcknowledgeAlertRefusal = Refusal<"REMARK_MISSING" | "ALERT_ALREADY_ACKNOWLEDGED">;

const longestRemark = 2000;

export async function acknowledgeAlert(
  context: Context,
  wish: { readonly alertId: string; readonly remark: string },
): Promise<Result<void, AcknowledgeAlertRefusal>> {
  const { actor } = context;
  requirePermission(actor, permissions, "alerts:acknowledge");
  if (actor.kind !== "person") throw new NotPermitted("alerts:acknowledge", actor);
  const remark = wish.remark.trim().slice(0, longestRemark);
  if (remark === "") return refuse("REMARK_MISSING");
  return inTransaction(context, async (within) => {
    const alert = await within.database.alert.findUniqueOrThrow({ where: { id: wish.alertId } });
    await recordAudit(within, {
      action: "alerts:acknowledged",
      subjectType: "alert",
      subjectId: alert.subject,
      details: { kind: alert.kind, code: alert.code, raisedAt: alert.raisedAt.toISOString(), remark },
    });
    const { count } = await within.database.alert.updateMany({
      where: { id: alert.id, acknowledgedAt: null },
      data: {
        acknowledgedAt: within.clock.now(),
        acknowledgedBy: actor.accountId,
        acknowledgedByName: actor.name,
        remark,
      },
    });
    return count === 1 ? ok(undefined) : refuse("ALERT_ALREADY_ACKNOWLEDGED");
  });
}
