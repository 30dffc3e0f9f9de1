// Closes a person's account and opens it again. Nothing is deleted: the history keeps its names.
import { ok } from "#app/lib/result/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { permissions } from "../module.ts";

/** Closes the account; its sessions end at once. Source: ASVS 5.0 §7.4.2. */
export function deactivateAccount(context: Context, accountId: string): Promise<void> {
  return setActive(context, accountId, false);
}

/** Opens it again. */
export function reactivateAccount(context: Context, accountId: string): Promise<void> {
  return setActive(context, accountId, true);
}

async function setActive(context: Context, accountId: string, isActive: boolean): Promise<void> {
  requirePermission(context.actor, permissions, "accounts:administer");
  await inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: isActive ? "accounts:reactivated" : "accounts:deactivated",
      subjectType: "account",
      subjectId: accountId,
      changes: [{ field: "isActive", before: !isActive, after: isActive }],
    });
    await within.database.account.update({ where: { id: accountId }, data: { isActive } });
    if (!isActive) {
      await within.database.session.deleteMany({ where: { accountId } });
      await within.database.passwordReset.deleteMany({ where: { accountId } });
    }
    return ok(undefined);
  });
}
