// Forgets sessions and password resets whose time is over, and recovery codes that were used.
import { ok } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";

/** Only the product itself; gives how many rows went. */
export async function eraseExpired(context: Context, { before }: { readonly before: Date }): Promise<number> {
  if (context.actor.kind !== "system") throw new NotPermitted("accounts:erase-expired", context.actor);
  const expired = { expiresAt: { lt: before } };
  const used = { usedAt: { lt: before } };
  const { database } = context;
  const found = {
    sessions: await database.session.count({ where: expired }),
    passwordResets: await database.passwordReset.count({ where: expired }),
    recoveryCodes: await database.recoveryCode.count({ where: used }),
  };
  const total = found.sessions + found.passwordResets + found.recoveryCodes;
  if (total === 0) return 0;
  await inTransaction(context, async (within) => {
    const details = { ...found, before: before.toISOString() };
    await recordAudit(within, { action: "accounts:expired-erased", subjectType: "account", subjectId: "", details });
    await within.database.session.deleteMany({ where: expired });
    await within.database.passwordReset.deleteMany({ where: expired });
    await within.database.recoveryCode.deleteMany({ where: used });
    return ok(undefined);
  });
  return total;
}
