// A forgotten password: a link by mail, which works once and for half an hour. Never goes round the second factor.
// Source: ASVS 5.0 §6.4.3, §6.3.8; OWASP Forgot Password Cheat Sheet.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Context, ContextWithin, Ground } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import { defaultLanguage, isLanguage } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import { permissions } from "../module.ts";
import { resetsOfNetwork } from "../domain/attempt-allowances.ts";
import { networkOf } from "../domain/client-network.ts";
import { invitationMs, passwordResetMs } from "../domain/durations.ts";
import type { PasswordRefusal } from "../domain/password-rules.ts";
import { judgePassword } from "../domain/password-rules.ts";
import { hashPassword } from "../domain/passwords.ts";
import { hashToken, newToken } from "../domain/tokens.ts";
import { normalizeUserId } from "../domain/user-id.ts";
import { linkToResetPassword } from "../links.ts";
import { findAccountsByEmail } from "../queries/accounts.server.ts";
import type { WaitRefusal } from "./admit-attempt.server.ts";
import { admit } from "./admit-attempt.server.ts";
import { noticePasswordChange, storePassword } from "./change-password.server.ts";

/** A person is mailed at most one link in so long; asking again changes nothing until then. */
const calmMs = 2 * 60_000;

/**
 * Mails a link to the person with this user ID or e-mail address, if there is one; each of several at one address gets an own mail.
 * The answer is the same if there is none.
 */
export async function requestPasswordReset(
  ground: Ground,
  { person, address }: { readonly person: string; readonly address: string },
): Promise<Result<void, WaitRefusal>> {
  const admission = await admit(ground, resetsOfNetwork, networkOf(address));
  if (!admission.ok) return admission;
  await inTransaction(withActor(ground, { kind: "visitor" }), async (within) => {
    const accounts = await whoIsMeant(within, person.trim());
    for (const subjectId of accounts.length === 0 ? ["unknown"] : accounts.map(({ id }) => id))
      await recordAudit(within, { action: "accounts:password-reset-requested", subjectType: "account", subjectId });
    for (const account of accounts)
      if (account.isActive && !(await wasMailedJustNow(within, account.id)))
        await mailLink(within, account, "accounts/password-reset", passwordResetMs);
    return ok(undefined);
  });
  return ok(undefined);
}

async function whoIsMeant(within: ContextWithin, typed: string) {
  if (!typed.includes("@")) {
    return within.database.account.findMany({ where: { userId: normalizeUserId(typed) } });
  }
  const found = await findAccountsByEmail(within, typed);
  return within.database.account.findMany({ where: { id: { in: found.map(({ accountId }) => accountId) } } });
}

export type InviteRefusal = Refusal<"ACCOUNT_HAS_PASSWORD">;

/**
 * Mails a person who has never signed in the link with which to choose a password.
 *
 * Security: who has a password gets the short-lived link that they ask for themselves, never one that works for a week.
 */
export function inviteAccount(context: Context, accountId: string): Promise<Result<void, InviteRefusal>> {
  requirePermission(context.actor, permissions, "accounts:invite");
  return inTransaction<Result<void, InviteRefusal>>(context, async (within) => {
    await recordAudit(within, { action: "accounts:invited", subjectType: "account", subjectId: accountId });
    const account = await within.database.account.findUniqueOrThrow({ where: { id: accountId } });
    if (account.passwordHash !== null) return refuse("ACCOUNT_HAS_PASSWORD");
    await mailLink(within, account, "accounts/welcome", invitationMs);
    return ok(undefined);
  });
}

export type ResetPasswordRefusal = PasswordRefusal | Refusal<"RESET_LINK_SPENT">;

/** Whether the link still works, and for whom: asked when the page opens, without using the link up. */
export async function findPasswordReset(
  ground: Ground,
  token: string,
): Promise<{ readonly userId: string } | undefined> {
  const reset = await ground.database.passwordReset.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { account: true },
  });
  const isAlive =
    reset !== null && reset.usedAt === null && reset.expiresAt > ground.clock.now() && reset.account.isActive;
  return isAlive ? { userId: reset.account.userId } : undefined;
}

/** Chooses a new password with the link. All sessions end; the person signs in anew, with the second factor if enrolled. */
export async function resetPassword(
  ground: Ground,
  { token, newPassword }: { readonly token: string; readonly newPassword: string },
): Promise<Result<void, ResetPasswordRefusal>> {
  const tokenHash = hashToken(token);
  const reset = await ground.database.passwordReset.findUnique({ where: { tokenHash }, include: { account: true } });
  if (reset === null || !reset.account.isActive) return refuse("RESET_LINK_SPENT");
  const { account } = reset;
  const judgement = judgePassword(newPassword, account);
  if (!judgement.ok) return judgement;
  const passwordHash = await hashPassword(newPassword);
  return inTransaction(withActor(ground, { kind: "visitor" }), async (within) => {
    await recordAudit(within, { action: "accounts:password-reset", subjectType: "account", subjectId: account.id });
    const now = within.clock.now();
    const { count } = await within.database.passwordReset.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count !== 1) return refuse("RESET_LINK_SPENT");
    await storePassword(within, account.id, passwordHash);
    await within.database.session.deleteMany({ where: { accountId: account.id } });
    await noticePasswordChange(within, account);
    return ok(undefined);
  });
}

interface Addressee {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
}

async function mailLink(within: ContextWithin, account: Addressee, template: string, lifeMs: number): Promise<void> {
  const now = within.clock.now();
  const token = newToken(within.random);
  const expiresAt = new Date(now.getTime() + lifeMs);
  const tokenHash = hashToken(token);
  await within.database.passwordReset.create({ data: { accountId: account.id, tokenHash, createdAt: now, expiresAt } });
  await sendMail(within, {
    template,
    to: {
      address: account.email,
      name: account.name,
      language: isLanguage(account.language) ? account.language : defaultLanguage,
    },
    properties: {
      userId: account.userId,
      link: `${within.settings.baseUrl}${linkToResetPassword(token)}`,
      expiresAt: expiresAt.toISOString(),
    },
    deduplication: `${template}/${tokenHash}`,
    subject: { type: "account", id: account.id },
  });
}

async function wasMailedJustNow(within: ContextWithin, accountId: string): Promise<boolean> {
  const since = new Date(within.clock.now().getTime() - calmMs);
  return (
    (await within.database.passwordReset.count({ where: { accountId, usedAt: null, createdAt: { gt: since } } })) > 0
  );
}
