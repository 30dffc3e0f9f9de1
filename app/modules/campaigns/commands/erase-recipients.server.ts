// Forgets which entries of the roll had which mail, once the election is long over. Totals and hashes stay.
import { ok } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";

/** Erases the lists of one election's campaigns that have ended; gives how many lines. */
export async function eraseRecipients(
  context: Context,
  { electionId }: { readonly electionId: string },
): Promise<number> {
  requirePermission(context.actor, permissions, "campaigns:deliver");
  const where = { campaign: { electionId, state: { in: ["sent", "cancelled"] } } };
  const found = await context.database.campaignRecipient.count({ where });
  if (found === 0) return 0;
  await inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "campaigns:recipients-erased",
      subjectType: "election",
      subjectId: electionId,
      details: { lines: found },
    });
    await within.database.campaignRecipient.deleteMany({ where });
    return ok(undefined);
  });
  return found;
}
