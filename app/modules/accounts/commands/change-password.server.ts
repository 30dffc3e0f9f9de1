// Replaces a password: by the person who knows the current one, or who signed in with a one-off password.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { defaultLanguage, isLanguage } from "#app/platform/language/languages.ts";
import { forgetAttempts } from "#app/platform/rate-limits.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import { attemptsOfSession } from "../domain/attempt-allowances.ts";
import type { PasswordRefusal } from "../domain/password-rules.ts";
import { judgePassword } from "../domain/password-rules.ts";
import { hashPassword, isPasswordRight } from "../domain/passwords.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { PersonContext } from "../domain/person.ts";
import type { WaitRefusal } from "./admit-attempt.server.ts";
import { admit } from "./admit-attempt.server.ts";
import { renewSession } from "./start-session.server.ts";

export interface ChangePasswordInput {
  readonly sessionId: string;
  /** Not asked of somebody who has just signed in with a one-off password. */
  readonly currentPassword?: string;
  readonly newPassword: string;
}

export type ChangePasswordRefusal = PasswordRefusal | WaitRefusal | Refusal<"CURRENT_PASSWORD_WRONG" | "SESSION_OVER">;

/** Replaces the password, ends all other sessions, and gives this one a new token, which goes into the cookie. */
export async function changePassword(
  context: PersonContext,
  input: ChangePasswordInput,
): Promise<Result<string, ChangePasswordRefusal>> {
  const { accountId } = context.actor;
  const account = await context.database.account.findUniqueOrThrow({ where: { id: accountId } });
  if (!account.mustChangePassword) {
    const admission = await admit(context, attemptsOfSession, input.sessionId);
    if (!admission.ok) return admission;
    const isRight = await isPasswordRight(account.passwordHash, input.currentPassword ?? "");
    if (!isRight) return refuse("CURRENT_PASSWORD_WRONG");
    await forgetAttempts(context, attemptsOfSession, input.sessionId);
  }
  const judgement = judgePassword(input.newPassword, account);
  if (!judgement.ok) return judgement;
  if (await isPasswordRight(account.passwordHash, input.newPassword)) return refuse("PASSWORD_UNCHANGED");
  const passwordHash = await hashPassword(input.newPassword);
  return inTransaction(context, async (within) => {
    await recordAudit(within, { action: "accounts:password-changed", subjectType: "account", subjectId: accountId });
    await storePassword(within, accountId, passwordHash);
    await within.database.session.deleteMany({ where: { accountId, id: { not: input.sessionId } } });
    const token = await renewSession(within, input.sessionId, { hasProvedItself: false });
    if (token === undefined) return refuse("SESSION_OVER");
    await noticePasswordChange(within, account);
    return ok(token);
  });
}

/** Keeps the hash; links to replace the old password stop working. */
export async function storePassword(within: ContextWithin, accountId: string, passwordHash: string): Promise<void> {
  await within.database.account.update({ where: { id: accountId }, data: { passwordHash, mustChangePassword: false } });
  await within.database.passwordReset.deleteMany({ where: { accountId } });
}

/** Tells the person that the password is another one, in case it was not they who changed it. Source: ASVS 5.0 §6.3.7. */
export async function noticePasswordChange(
  within: ContextWithin,
  account: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly language: string;
    readonly userId: string;
  },
): Promise<void> {
  await sendMail(within, {
    template: "accounts/password-changed",
    to: {
      address: account.email,
      name: account.name,
      language: isLanguage(account.language) ? account.language : defaultLanguage,
    },
    properties: {
      userId: account.userId,
      changedAt: within.clock.now().toISOString(),
      link: `${within.settings.baseUrl}/forgotten-password`,
    },
    deduplication: `accounts/password-changed/${randomIdentifier(within.random)}`,
    subject: { type: "account", id: account.id },
  });
}
