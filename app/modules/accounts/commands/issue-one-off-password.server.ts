// Hands out a random password that must be replaced at the first sign-in. Nobody ever chooses a password for somebody else.
// Source: ASVS 5.0 §6.4.1, §6.4.6.
import { ok } from "#app/lib/result/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { isMailRoomRegistered } from "#app/modules/notifications/index.server.ts";
import { permissions } from "../module.ts";
import { hashPassword, inventPassword } from "../domain/passwords.ts";
import { noticePasswordChange } from "./change-password.server.ts";

/** Replaces the person's password by a random one, ends the sessions, tells the person by mail, and gives the password to hand over. */
export async function issueOneOffPassword(context: Context, accountId: string): Promise<string> {
  requirePermission(context.actor, permissions, "accounts:administer");
  const password = inventPassword(context.random);
  const passwordHash = await hashPassword(password);
  await inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "accounts:one-off-password-issued",
      subjectType: "account",
      subjectId: accountId,
    });
    const account = await within.database.account.update({
      where: { id: accountId },
      data: { passwordHash, mustChangePassword: true },
    });
    await within.database.session.deleteMany({ where: { accountId } });
    await within.database.passwordReset.deleteMany({ where: { accountId } });
    // Why unless no mail room has ever started: the first administrator gets a password before there is one.
    if (!account.isDemonstration && (await isMailRoomRegistered(within))) await noticePasswordChange(within, account);
    return ok(undefined);
  });
  return password;
}
