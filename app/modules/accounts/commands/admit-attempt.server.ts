// Decides whether one more attempt to sign in may be made, in a way that nobody can be locked out by somebody else.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Ground } from "#app/platform/context.server.ts";
import type { Allowance } from "#app/platform/rate-limits.server.ts";
import { admitAttempt, forgetAttempts, takeBackAttempt } from "#app/platform/rate-limits.server.ts";
import {
  attemptsAtSecondFactor,
  attemptsAtSecondFactorOfAccount,
  attemptsOfKnownDevice,
  attemptsOfNetwork,
  attemptsOfNetworkAtAccount,
} from "../domain/attempt-allowances.ts";
import { networkOf } from "../domain/client-network.ts";
import type { Visit } from "../domain/visit.ts";

/** Too many attempts; `seconds` says when to try again. */
export type WaitRefusal = Refusal<"TOO_MANY_ATTEMPTS">;

/** One attempt with a password. `who` is the account's ID, or the user ID that was typed where there is no account. */
export async function admitPasswordAttempt(
  ground: Ground,
  visit: Visit,
  who: string,
): Promise<Result<void, WaitRefusal>> {
  if (isKnownDevice(visit, who)) return admit(ground, attemptsOfKnownDevice, deviceKey(visit, who));
  const network = await admit(ground, attemptsOfNetwork, networkOf(visit.address));
  return network.ok ? admit(ground, attemptsOfNetworkAtAccount, pairKey(visit, who)) : network;
}

/** The password was right. */
export async function forgetPasswordAttempts(ground: Ground, visit: Visit, accountId: string): Promise<void> {
  if (isKnownDevice(visit, accountId)) {
    await forgetAttempts(ground, attemptsOfKnownDevice, deviceKey(visit, accountId));
    return;
  }
  await forgetAttempts(ground, attemptsOfNetworkAtAccount, pairKey(visit, accountId));
  await takeBackAttempt(ground, attemptsOfNetwork, networkOf(visit.address));
}

/** One attempt with a code of the authenticator or a recovery code. */
export async function admitCodeAttempt(
  ground: Ground,
  visit: Visit,
  accountId: string,
): Promise<Result<void, WaitRefusal>> {
  const here = await admit(ground, attemptsAtSecondFactor, codeKey(visit, accountId));
  return here.ok ? admit(ground, attemptsAtSecondFactorOfAccount, accountId) : here;
}

/** The code was right. */
export async function forgetCodeAttempts(ground: Ground, visit: Visit, accountId: string): Promise<void> {
  await forgetAttempts(ground, attemptsAtSecondFactor, codeKey(visit, accountId));
  await forgetAttempts(ground, attemptsAtSecondFactorOfAccount, accountId);
}

/** One attempt that counts against this key alone. */
export async function admit(ground: Ground, allowance: Allowance, key: string): Promise<Result<void, WaitRefusal>> {
  const admission = await admitAttempt(ground, allowance, key);
  return admission.isAdmitted ? ok(undefined) : refuse("TOO_MANY_ATTEMPTS", { seconds: admission.retryAfterSeconds });
}

function isKnownDevice(visit: Visit, accountId: string): boolean {
  return visit.deviceId !== undefined && visit.knownAccountIds.includes(accountId);
}

function deviceKey(visit: Visit, accountId: string): string {
  return `${visit.deviceId ?? ""} ${accountId}`;
}

function pairKey(visit: Visit, who: string): string {
  return `${networkOf(visit.address)} ${who}`;
}

function codeKey(visit: Visit, accountId: string): string {
  return isKnownDevice(visit, accountId) ? deviceKey(visit, accountId) : pairKey(visit, accountId);
}
