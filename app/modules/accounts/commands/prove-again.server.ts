// Step-up: before something sensitive, the person proves again who sits before the browser. Source: ASVS 5.0 §7.5.3.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { forgetAttempts } from "#app/platform/rate-limits.server.ts";
import { attemptsOfSession } from "../domain/attempt-allowances.ts";
import { isPasswordRight } from "../domain/passwords.ts";
import type { PersonContext } from "../domain/person.ts";
import type { WaitRefusal } from "./admit-attempt.server.ts";
import { admit } from "./admit-attempt.server.ts";
import { useSecondFactor } from "./check-second-factor.server.ts";
import { renewSession } from "./start-session.server.ts";

export interface Proof {
  readonly sessionId: string;
  readonly password: string;
  /** Needed where a second factor is enrolled. */
  readonly code?: string;
}

export type ProveAgainRefusal = Refusal<"PROOF_REFUSED" | "SESSION_OVER"> | WaitRefusal;

/** Accepts the proof and gives the session a new token, which goes into the cookie. */
export async function proveAgain(context: PersonContext, proof: Proof): Promise<Result<string, ProveAgainRefusal>> {
  const { accountId } = context.actor;
  const admission = await admit(context, attemptsOfSession, proof.sessionId);
  if (!admission.ok) return admission;
  const account = await context.database.account.findUniqueOrThrow({ where: { id: accountId } });
  const isRight = await isPasswordRight(account.passwordHash, proof.password);
  const outcome = await inTransaction<Result<string, ProveAgainRefusal>>(context, async (within) => {
    await recordAudit(within, { action: "accounts:stepped-up", subjectType: "account", subjectId: accountId });
    if (!isRight) return refuse("PROOF_REFUSED");
    if (account.totpEnabledAt !== null) {
      const factor = await useSecondFactor(within, account, proof.code ?? "");
      if (!factor.ok) return refuse("PROOF_REFUSED");
    }
    const token = await renewSession(within, proof.sessionId, { hasProvedItself: true });
    return token === undefined ? refuse("SESSION_OVER") : ok(token);
  });
  if (outcome.ok) await forgetAttempts(context, attemptsOfSession, proof.sessionId);
  else await recordRefusal(context);
  return outcome;
}

async function recordRefusal(context: PersonContext): Promise<void> {
  await inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "accounts:step-up-failed",
      subjectType: "account",
      subjectId: context.actor.accountId,
    });
    return ok(undefined);
  });
}
