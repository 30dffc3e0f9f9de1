// Writes down that nobody approved in time, so that the log has an end for every proposal.
import { ok } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";

/** Gives how many expired. Asked again, it does nothing. */
export async function expireProposals(ground: Ground): Promise<number> {
  const context = withActor(ground, { kind: "system", name: "expiry of proposals" });
  const due = await context.database.approval.findMany({
    where: { state: "proposed", expiresAt: { lte: context.clock.now() } },
    select: { id: true, kind: true, subjectType: true, subjectId: true },
  });
  for (const { id, kind, subjectType, subjectId } of due) {
    await inTransaction(context, async (within) => {
      await recordAudit(within, {
        action: "approvals:expired",
        subjectType,
        subjectId,
        details: { proposalId: id, kind },
      });
      const { count } = await within.database.approval.updateMany({
        where: { id, state: "proposed" },
        data: { state: "expired", decidedAt: within.clock.now() },
      });
      // Why refused: somebody else wrote it down first, and the log need not say it twice.
      return count === 1 ? ok(undefined) : { ok: false as const };
    });
  }
  return due.length;
}
