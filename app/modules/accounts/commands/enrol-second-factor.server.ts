// Adds, replaces and removes the second factor. All of it needs a session that has just proved itself (the routes see to it).
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import {
  findAuthenticatorStep,
  inventAuthenticatorSecret,
  openAuthenticatorSecret,
  sealAuthenticatorSecret,
} from "../domain/authenticator.ts";
import type { PersonContext } from "../domain/person.ts";
import { hashRecoveryCode, inventRecoveryCodes } from "../domain/recovery-codes.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { getAccount } from "../queries/accounts.server.ts";

export type BeginRefusal = Refusal<"SECOND_FACTOR_ALREADY_ON">;
export type ConfirmRefusal = Refusal<"SECOND_FACTOR_ALREADY_ON" | "SECOND_FACTOR_NOT_BEGUN" | "CODE_REFUSED">;

/** Invents the secret that the authenticator learns next. It counts only once a code has shown that it was learnt. */
export async function beginSecondFactor(context: PersonContext): Promise<Result<void, BeginRefusal>> {
  const { accountId } = context.actor;
  const secret = inventAuthenticatorSecret(context.random);
  const totpSecret = sealAuthenticatorSecret(context.random, context.settings.secret, accountId, secret);
  return inTransaction(context, async (within) => {
    await recordAct(within, accountId, "accounts:second-factor-begun");
    const { count } = await within.database.account.updateMany({
      where: { id: accountId, totpEnabledAt: null },
      data: { totpSecret, totpLastStep: null },
    });
    return count === 1 ? ok(undefined) : refuse("SECOND_FACTOR_ALREADY_ON");
  });
}

/** Turns the second factor on with a first code. Gives the recovery codes: they are shown now and never again. */
export async function confirmSecondFactor(
  context: PersonContext,
  code: string,
): Promise<Result<string[], ConfirmRefusal>> {
  const { accountId } = context.actor;
  return inTransaction<Result<string[], ConfirmRefusal>>(context, async (within) => {
    await recordAct(within, accountId, "accounts:second-factor-enabled");
    const account = await within.database.account.findUniqueOrThrow({ where: { id: accountId } });
    if (account.totpEnabledAt !== null) return refuse("SECOND_FACTOR_ALREADY_ON");
    if (account.totpSecret === null) return refuse("SECOND_FACTOR_NOT_BEGUN");
    const secret = openAuthenticatorSecret(within.settings.secret, accountId, account.totpSecret);
    const step = await findAuthenticatorStep(secret, code.replace(/\s/g, ""), within.clock.now(), account.totpLastStep);
    if (step === undefined) return refuse("CODE_REFUSED");
    await within.database.account.update({
      where: { id: accountId },
      data: { totpEnabledAt: within.clock.now(), totpLastStep: step },
    });
    const codes = await replaceRecoveryCodes(within, accountId);
    await noticeChange(within, accountId, true);
    return ok(codes);
  });
}

/** Ten new recovery codes; the old ones stop working. */
export async function renewRecoveryCodes(
  context: PersonContext,
): Promise<Result<string[], Refusal<"SECOND_FACTOR_OFF">>> {
  const { accountId } = context.actor;
  return inTransaction<Result<string[], Refusal<"SECOND_FACTOR_OFF">>>(context, async (within) => {
    await recordAct(within, accountId, "accounts:recovery-codes-renewed");
    const isOn = await within.database.account.count({ where: { id: accountId, totpEnabledAt: { not: null } } });
    return isOn === 0 ? refuse("SECOND_FACTOR_OFF") : ok(await replaceRecoveryCodes(within, accountId));
  });
}

/** Turns the second factor off. The recovery codes go with it. */
export async function removeSecondFactor(context: PersonContext): Promise<void> {
  const { accountId } = context.actor;
  await inTransaction(context, async (within) => {
    await recordAct(within, accountId, "accounts:second-factor-disabled");
    await within.database.account.update({
      where: { id: accountId },
      data: { totpSecret: null, totpEnabledAt: null, totpLastStep: null },
    });
    await within.database.recoveryCode.deleteMany({ where: { accountId } });
    await noticeChange(within, accountId, false);
    return ok(undefined);
  });
}

async function replaceRecoveryCodes(within: ContextWithin, accountId: string): Promise<string[]> {
  const codes = inventRecoveryCodes(within.random);
  await within.database.recoveryCode.deleteMany({ where: { accountId } });
  await within.database.recoveryCode.createMany({
    data: codes.map((code) => ({ accountId, codeHash: hashRecoveryCode(within.settings.secret, code) })),
  });
  return codes;
}

function recordAct(within: ContextWithin, accountId: string, action: string): Promise<void> {
  return recordAudit(within, { action, subjectType: "account", subjectId: accountId });
}

async function noticeChange(within: ContextWithin, accountId: string, isOn: boolean): Promise<void> {
  const { email, name, language, userId } = await getAccount(within, accountId);
  await sendMail(within, {
    template: "accounts/second-factor-changed",
    to: { address: email, name, language },
    properties: {
      userId,
      isOn,
      changedAt: within.clock.now().toISOString(),
      link: `${within.settings.baseUrl}/forgotten-password`,
    },
    deduplication: `accounts/second-factor-changed/${randomIdentifier(within.random)}`,
    subject: { type: "account", id: accountId },
  });
}
