// Erases what members wrote, and who they are, once nobody can ask about the decision any more. What the public reads stays.
import { ok } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";

/** Erases the decided claims of one election; gives how many. A claim without an answer keeps its words, however late it is. */
export async function eraseClaimOriginals(
  context: Context,
  { electionId }: { readonly electionId: string },
): Promise<number> {
  requirePermission(context.actor, permissions, "claims:erase-originals");
  const where = { electionId, text: { not: null }, state: { in: ["upheld", "rejected"] } };
  const found = await context.database.claim.count({ where });
  if (found === 0) return 0;
  const outcome = await inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "claims:originals-erased",
      subjectType: "election",
      subjectId: electionId,
      details: { claims: found },
    });
    const { count } = await within.database.claim.updateMany({
      where,
      data: { text: null, filedByName: "", filedBy: "" },
    });
    return ok(count);
  });
  return outcome.value;
}
