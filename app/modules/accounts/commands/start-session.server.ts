// Begins a session in a browser, and gives an existing one a new token.
import type { ContextWithin } from "#app/platform/context.server.ts";
import { sessionLifeMs } from "../domain/durations.ts";
import { hashToken, newToken } from "../domain/tokens.ts";
import type { Visit } from "../domain/visit.ts";

/** Begins a session; the one that the browser had before is over. Gives the token for the cookie. */
export async function startSession(within: ContextWithin, accountId: string, visit: Visit): Promise<string> {
  const now = within.clock.now();
  if (visit.previousToken !== undefined) {
    await within.database.session.deleteMany({ where: { tokenHash: hashToken(visit.previousToken) } });
  }
  await within.database.session.deleteMany({ where: { accountId, expiresAt: { lte: now } } });
  const token = newToken(within.random);
  await within.database.session.create({
    data: {
      accountId,
      tokenHash: hashToken(token),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + sessionLifeMs),
      steppedUpAt: now,
      device: visit.device,
    },
  });
  return token;
}

/**
 * A new token for a session; the old one stops working. Undefined: the session is over.
 *
 * `hasProvedItself` opens the sensitive acts for a quarter of an hour: only where every enrolled factor was shown.
 */
export async function renewSession(
  within: ContextWithin,
  sessionId: string,
  { hasProvedItself }: { readonly hasProvedItself: boolean },
): Promise<string | undefined> {
  const token = newToken(within.random);
  const { count } = await within.database.session.updateMany({
    where: { id: sessionId },
    data: { tokenHash: hashToken(token), ...(hasProvedItself ? { steppedUpAt: within.clock.now() } : {}) },
  });
  return count === 1 ? token : undefined;
}
