// The commission takes a claim up: its member sees that somebody reads it.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { isTooNear } from "../queries/too-near.server.ts";
import type { UndecidedRefusal } from "./lock-claim.server.ts";
import { lockClaim, requireCommissioner, requireUndecided } from "./lock-claim.server.ts";

/** Filed becomes under review; twice changes nothing. */
export async function beginReview(
  context: Context,
  { claimId }: { readonly claimId: string },
): Promise<Result<undefined, UndecidedRefusal | Refusal<"CONFLICT_OF_INTEREST">>> {
  const commissioner = requireCommissioner(context);
  return inTransaction<Result<undefined, UndecidedRefusal | Refusal<"CONFLICT_OF_INTEREST">>>(
    context,
    async (within) => {
      const open = requireUndecided(await lockClaim(within, claimId));
      if (!open.ok) return open;
      if (await isTooNear(within, open.value, commissioner.accountId)) return refuse("CONFLICT_OF_INTEREST");
      const { electionId, number, state } = open.value;
      if (state === "under-review") return ok(undefined);
      await recordAudit(within, {
        action: "claims:review-begun",
        subjectType: "election",
        subjectId: electionId,
        changes: [{ field: "claimState", before: state, after: "under-review" }],
        details: { number },
      });
      await within.database.claim.update({
        where: { id: claimId },
        data: { state: "under-review", reviewBegunAt: within.clock.now() },
      });
      return ok(undefined);
    },
  );
}
