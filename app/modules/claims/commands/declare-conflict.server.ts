// A commissioner says that she is too near to a claim to decide it. It is written down for ever and cannot be taken back.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { UndecidedRefusal } from "./lock-claim.server.ts";
import { lockClaim, requireCommissioner, requireUndecided } from "./lock-claim.server.ts";

export const declareConflictInput = z.object({
  claimId: z.string(),
  reason: z
    .string({ error: "problems.conflictReasonMissing" })
    .trim()
    .min(5, "problems.conflictReasonMissing")
    .max(500, "problems.textTooLong"),
});

export type DeclareConflictRefusal = UndecidedRefusal | Refusal<"CONFLICT_ALREADY_DECLARED">;

/** Declares the actor's own conflict; nobody declares another's. */
export async function declareConflict(
  context: Context,
  input: z.input<typeof declareConflictInput>,
): Promise<Result<undefined, DeclareConflictRefusal>> {
  const commissioner = requireCommissioner(context);
  const { claimId, reason } = declareConflictInput.parse(input);
  return inTransaction(context, async (within) => {
    const open = requireUndecided(await lockClaim(within, claimId));
    if (!open.ok) return open;
    const { accountId, name } = commissioner;
    const { electionId, number, conflicts } = open.value;
    if (conflicts.some((conflict) => conflict.accountId === accountId)) return refuse("CONFLICT_ALREADY_DECLARED");
    await recordAudit(within, {
      action: "claims:conflict-declared",
      subjectType: "election",
      subjectId: electionId,
      details: { number, reason },
    });
    await within.database.claimConflict.create({
      data: {
        id: randomIdentifier(within.random),
        claimId,
        accountId,
        name,
        reason,
        declaredAt: within.clock.now(),
      },
    });
    return ok(undefined);
  });
}
