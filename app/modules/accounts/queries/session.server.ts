// Who sits behind a session cookie.
import type { Ground } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { defaultLanguage, isLanguage } from "#app/platform/language/languages.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import { sessionCookie } from "#app/platform/http/cookies.server.ts";
import { castingProofMs, lastSeenPrecisionMs, sessionIdleMs, stepUpMs } from "../domain/durations.ts";
import { hashToken } from "../domain/tokens.ts";
import { rolesNow } from "./accounts.server.ts";

/** A browser that is signed in and the person before it. */
export interface SignedIn {
  readonly sessionId: string;
  readonly accountId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly mustChangePassword: boolean;
  readonly hasSecondFactor: boolean;
  /** Proved who they are within the last quarter of an hour. */
  readonly isSteppedUp: boolean;
  /** Proved it within the last hour: enough to cast what was chosen meanwhile. */
  readonly isProvedToCast: boolean;
}

/** The session of the request, if it is alive. */
export async function findSession(ground: Ground, request: Request): Promise<SignedIn | undefined> {
  const cookie = sessionCookie(ground.settings.baseUrl.startsWith("https://"));
  const token: unknown = await cookie.parse(request.headers.get("Cookie"));
  if (typeof token !== "string" || token === "") return undefined;
  const now = ground.clock.now();
  const session = await ground.database.session.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { account: { include: { roles: { select: { role: true, expiresAt: true } } } } },
  });
  if (session === null || session.expiresAt <= now || !session.account.isActive) return undefined;
  const idleMs = now.getTime() - session.lastSeenAt.getTime();
  if (idleMs > sessionIdleMs) return undefined;
  if (idleMs > lastSeenPrecisionMs) await rememberSeen(ground, session.id, now);
  const { account } = session;
  const provedMs = session.steppedUpAt === null ? Infinity : now.getTime() - session.steppedUpAt.getTime();
  return {
    sessionId: session.id,
    accountId: account.id,
    userId: account.userId,
    name: account.name,
    email: account.email,
    language: isLanguage(account.language) ? account.language : defaultLanguage,
    roles: rolesNow({ ...ground, actor: { kind: "visitor" } }, account.roles),
    mustChangePassword: account.mustChangePassword,
    hasSecondFactor: account.totpEnabledAt !== null,
    isSteppedUp: provedMs <= stepUpMs,
    isProvedToCast: provedMs <= castingProofMs,
  };
}

// Why not update: the session may have been ended in this very moment.
async function rememberSeen(ground: Ground, id: string, lastSeenAt: Date): Promise<void> {
  await ground.database.session.updateMany({ where: { id }, data: { lastSeenAt } });
}
