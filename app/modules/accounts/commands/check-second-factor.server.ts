// Accepts a code of the authenticator, or a recovery code, exactly once.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { findAuthenticatorStep, openAuthenticatorSecret } from "../domain/authenticator.ts";
import { hashRecoveryCode } from "../domain/recovery-codes.ts";

export type FactorRefusal = Refusal<"CODE_REFUSED">;

/** Which kind of code was accepted, and how many recovery codes are left. */
export interface AcceptedFactor {
  readonly kind: "authenticator" | "recovery-code";
  readonly recoveryCodesLeft: number;
}

interface Enrolled {
  readonly id: string;
  readonly totpSecret: string | null;
  readonly totpLastStep: number | null;
}

/** Uses the code up. Call it inside the transaction of what the code allows. */
export async function useSecondFactor(
  within: ContextWithin,
  account: Enrolled,
  typed: string,
): Promise<Result<AcceptedFactor, FactorRefusal>> {
  const digits = typed.replace(/\s/g, "");
  const kind = /^\d{6}$/.test(digits) ? "authenticator" : "recovery-code";
  const isRight =
    kind === "authenticator" ? await useStep(within, account, digits) : await useRecoveryCode(within, account, typed);
  if (!isRight) return refuse("CODE_REFUSED");
  const recoveryCodesLeft = await within.database.recoveryCode.count({
    where: { accountId: account.id, usedAt: null },
  });
  return ok({ kind, recoveryCodesLeft });
}

// Security: both updates name the state they expect, so that of two simultaneous uses one finds nothing to change.
async function useStep(within: ContextWithin, account: Enrolled, code: string): Promise<boolean> {
  if (account.totpSecret === null) return false;
  const secret = openAuthenticatorSecret(within.settings.secret, account.id, account.totpSecret);
  const step = await findAuthenticatorStep(secret, code, within.clock.now(), account.totpLastStep);
  if (step === undefined) return false;
  const { count } = await within.database.account.updateMany({
    where: { id: account.id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}

async function useRecoveryCode(within: ContextWithin, account: Enrolled, typed: string): Promise<boolean> {
  const codeHash = hashRecoveryCode(within.settings.secret, typed);
  const { count } = await within.database.recoveryCode.updateMany({
    where: { accountId: account.id, codeHash, usedAt: null },
    data: { usedAt: within.clock.now() },
  });
  return count === 1;
}
