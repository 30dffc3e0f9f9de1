// What a person sees of their own account: the sessions, and the state of the second factor.
import { sessionIdleMs } from "../domain/durations.ts";
import { authenticatorUri, openAuthenticatorSecret } from "../domain/authenticator.ts";
import type { PersonContext } from "../domain/person.ts";

export interface OwnSession {
  readonly id: string;
  readonly device: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly isThisOne: boolean;
}

/** The living sessions, this one first, then the latest used. */
export async function listOwnSessions(context: PersonContext, ownSessionId: string): Promise<OwnSession[]> {
  const now = context.clock.now();
  const rows = await context.database.session.findMany({
    where: {
      accountId: context.actor.accountId,
      expiresAt: { gt: now },
      lastSeenAt: { gte: new Date(now.getTime() - sessionIdleMs) },
    },
    orderBy: { lastSeenAt: "desc" },
  });
  const sessions = rows.map((row) => ({
    id: row.id,
    device: row.device,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    isThisOne: row.id === ownSessionId,
  }));
  return sessions.sort((left, right) => Number(right.isThisOne) - Number(left.isThisOne));
}

export type SecondFactorState =
  | { readonly kind: "off" }
  /** The authenticator is being taught: the secret is shown until a first code has come back. */
  | { readonly kind: "begun"; readonly secret: string; readonly uri: string }
  | { readonly kind: "on"; readonly since: string; readonly recoveryCodesLeft: number };

/** Whether the person has a second factor. */
export async function getSecondFactor(context: PersonContext): Promise<SecondFactorState> {
  const { accountId, userId } = context.actor;
  const account = await context.database.account.findUniqueOrThrow({ where: { id: accountId } });
  if (account.totpEnabledAt !== null) {
    const recoveryCodesLeft = await context.database.recoveryCode.count({ where: { accountId, usedAt: null } });
    return { kind: "on", since: account.totpEnabledAt.toISOString(), recoveryCodesLeft };
  }
  if (account.totpSecret === null) return { kind: "off" };
  const secret = openAuthenticatorSecret(context.settings.secret, accountId, account.totpSecret);
  return { kind: "begun", secret, uri: authenticatorUri(secret, userId) };
}
