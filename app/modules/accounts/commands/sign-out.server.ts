// Ends sessions: this one, another one, all others.
import { ok } from "#app/lib/result/index.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { PersonContext } from "../domain/person.ts";
import { hashToken } from "../domain/tokens.ts";

/** Ends the session of the browser that asks. Nothing happens where there is none. */
export async function signOut(ground: Ground, token: string): Promise<void> {
  const session = await ground.database.session.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { account: true },
  });
  if (session === null) return;
  const { id: accountId, userId, name } = session.account;
  const context = { ...ground, actor: { kind: "person" as const, accountId, userId, name, roles: [] } };
  await inTransaction(context, async (within) => {
    await recordAudit(within, { action: "accounts:signed-out", subjectType: "account", subjectId: accountId });
    await within.database.session.deleteMany({ where: { id: session.id } });
    return ok(undefined);
  });
}

/** Ends one of the person's own sessions. */
export async function endSession(context: PersonContext, sessionId: string): Promise<void> {
  await endWhere(context, { id: sessionId });
}

/** Ends all of the person's sessions but the one that asks. */
export async function endOtherSessions(context: PersonContext, ownSessionId: string): Promise<void> {
  await endWhere(context, { id: { not: ownSessionId } });
}

async function endWhere(context: PersonContext, which: { id: string | { not: string } }): Promise<void> {
  const { accountId } = context.actor;
  await inTransaction(context, async (within) => {
    const where = { accountId, ...which };
    const count = await within.database.session.count({ where });
    if (count === 0) return ok(undefined);
    await recordAudit(within, {
      action: "accounts:sessions-ended",
      subjectType: "account",
      subjectId: accountId,
      details: { count },
    });
    await within.database.session.deleteMany({ where });
    return ok(undefined);
  });
}
