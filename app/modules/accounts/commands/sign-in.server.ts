// Signs a person in with user ID and password; with a second factor enrolled, only up to the second step.
// Source: ASVS 5.0 §6.3.8: neither the answer nor its time tells whether a user ID exists.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Context, Ground } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { isPasswordRight } from "../domain/passwords.ts";
import { secondFactorWaitMs } from "../domain/durations.ts";
import { keyedHash } from "../domain/tokens.ts";
import { normalizeUserId } from "../domain/user-id.ts";
import type { Visit } from "../domain/visit.ts";
import { rolesNow } from "../queries/accounts.server.ts";
import type { WaitRefusal } from "./admit-attempt.server.ts";
import {
  admitCodeAttempt,
  admitPasswordAttempt,
  forgetCodeAttempts,
  forgetPasswordAttempts,
} from "./admit-attempt.server.ts";
import type { FactorRefusal } from "./check-second-factor.server.ts";
import { useSecondFactor } from "./check-second-factor.server.ts";
import { startSession } from "./start-session.server.ts";

/** The password was right and a code is needed. Travels in a signed cookie of this browser. */
export interface HalfSignedIn {
  readonly accountId: string;
  readonly at: number;
  /** Ties the ticket to the password of that moment: a replaced password voids it. */
  readonly passwordMark: string;
}

export type SignInOutcome =
  | {
      readonly kind: "signed-in";
      readonly accountId: string;
      readonly token: string;
      readonly mustChangePassword: boolean;
    }
  | { readonly kind: "code-needed"; readonly ticket: HalfSignedIn };

export type SignInRefusal = Refusal<"SIGN_IN_REFUSED"> | WaitRefusal;
export type SecondStepRefusal = Refusal<"SIGN_IN_STALE"> | FactorRefusal | WaitRefusal;

/** The first step. Every wrong combination is refused with the same code. */
export async function signIn(
  ground: Ground,
  { userId, password }: { readonly userId: string; readonly password: string },
  visit: Visit,
): Promise<Result<SignInOutcome, SignInRefusal>> {
  const normalized = normalizeUserId(userId);
  const account = await findAccount(ground, { userId: normalized });
  const admission = await admitPasswordAttempt(ground, visit, account?.id ?? normalized);
  if (!admission.ok) return admission;
  const isRight = await isPasswordRight(account?.passwordHash, password);
  if (account === null || !isRight || !account.isActive) {
    await recordFailure(ground, visit, account?.id, account !== null && isRight ? "inactive" : "password");
    return refuse("SIGN_IN_REFUSED");
  }
  await forgetPasswordAttempts(ground, visit, account.id);
  if (account.totpEnabledAt !== null) {
    const at = ground.clock.now().getTime();
    return ok({
      kind: "code-needed",
      ticket: { accountId: account.id, at, passwordMark: passwordMark(ground, account) },
    });
  }
  return inTransaction(asPerson(ground, account), async (within) => {
    await recordSignIn(within, account.id, visit, "password");
    const token = await startSession(within, account.id, visit);
    return ok({ kind: "signed-in", accountId: account.id, token, mustChangePassword: account.mustChangePassword });
  });
}

/** The second step: a code of the authenticator or a recovery code. */
export async function completeSignIn(
  ground: Ground,
  { ticket, code }: { readonly ticket: HalfSignedIn; readonly code: string },
  visit: Visit,
): Promise<Result<Extract<SignInOutcome, { kind: "signed-in" }>, SecondStepRefusal>> {
  const account = await findAccount(ground, { id: ticket.accountId });
  const age = ground.clock.now().getTime() - ticket.at;
  const isFresh = age >= 0 && age <= secondFactorWaitMs;
  if (account === null || !account.isActive || !isFresh || passwordMark(ground, account) !== ticket.passwordMark) {
    return refuse("SIGN_IN_STALE");
  }
  const admission = await admitCodeAttempt(ground, visit, account.id);
  if (!admission.ok) return admission;
  const outcome = await inTransaction(asPerson(ground, account), async (within) => {
    await recordSignIn(within, account.id, visit, "password and code");
    const factor = await useSecondFactor(within, account, code);
    if (!factor.ok) return factor;
    if (factor.value.kind === "recovery-code")
      await recordRecoveryCodeUse(within, account.id, factor.value.recoveryCodesLeft);
    const token = await startSession(within, account.id, visit);
    return ok({
      kind: "signed-in" as const,
      accountId: account.id,
      token,
      mustChangePassword: account.mustChangePassword,
    });
  });
  if (outcome.ok) await forgetCodeAttempts(ground, visit, account.id);
  else await recordFailure(ground, visit, account.id, "code");
  return outcome;
}

type AccountRow = NonNullable<Awaited<ReturnType<typeof findAccount>>>;
type Within = Parameters<Parameters<typeof inTransaction>[1]>[0];

function findAccount(ground: Ground, where: { userId: string } | { id: string }) {
  return ground.database.account.findUnique({
    where,
    include: { roles: { select: { role: true, expiresAt: true } } },
  });
}

function passwordMark(ground: Ground, account: { readonly passwordHash: string | null }): string {
  return keyedHash(ground.settings.secret, "half-signed-in", account.passwordHash ?? "").slice(0, 32);
}

function asPerson(ground: Ground, account: AccountRow): Context {
  const { id: accountId, userId, name } = account;
  const roles = rolesNow(withActor(ground, { kind: "visitor" }), account.roles);
  return withActor(ground, { kind: "person", accountId, userId, name, roles });
}

function recordSignIn(within: Within, accountId: string, visit: Visit, proof: string): Promise<void> {
  return recordAudit(within, {
    action: "accounts:signed-in",
    subjectType: "account",
    subjectId: accountId,
    details: { proof, device: visit.device },
  });
}

function recordRecoveryCodeUse(within: Within, accountId: string, left: number): Promise<void> {
  return recordAudit(within, {
    action: "accounts:recovery-code-used",
    subjectType: "account",
    subjectId: accountId,
    details: { left },
  });
}

// Privacy: what was typed as a user ID is not kept when it names nobody; people type passwords into the wrong field.
async function recordFailure(
  ground: Ground,
  visit: Visit,
  accountId: string | undefined,
  reason: string,
): Promise<void> {
  await inTransaction(withActor(ground, { kind: "visitor" }), async (within) => {
    await recordAudit(within, {
      action: "accounts:sign-in-failed",
      subjectType: "account",
      subjectId: accountId ?? "unknown",
      details: { reason, device: visit.device },
    });
    return ok(undefined);
  });
}
