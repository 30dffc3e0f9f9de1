// The commission decides a claim, with reasons in the language of the claim. The decision is mailed, published, and final.
// Source: Conflicts of Interest Regulations for Election Processes (2024): who is too near to a matter does not decide it.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { isTooNear } from "../queries/too-near.server.ts";
import type { UndecidedRefusal } from "./lock-claim.server.ts";
import { lockClaim, requireCommissioner, requireUndecided } from "./lock-claim.server.ts";
import { mailDecision } from "./mail-claim.server.ts";

export const decideClaimInput = z.object({
  claimId: z.string(),
  decision: z.enum(["upheld", "rejected"], "problems.decisionMissing"),
  /** In the language of the claim; public. */
  reasons: z
    .string({ error: "problems.reasonsMissing" })
    .trim()
    .min(20, "problems.reasonsTooShort")
    .max(5_000, "problems.textTooLong"),
  /** The commissioner's word that she has no conflict of interest in this claim; it goes into the log. */
  declaresNoConflict: z.literal(true, "problems.conflictNotAnswered"),
});
export type DecideClaimInput = z.input<typeof decideClaimInput>;

export type DecideClaimRefusal = UndecidedRefusal | Refusal<"CONFLICT_OF_INTEREST">;

/** Decides once and for all. */
export async function decideClaim(
  context: Context,
  input: DecideClaimInput,
): Promise<Result<{ number: number }, DecideClaimRefusal>> {
  const commissioner = requireCommissioner(context);
  const { claimId, decision, reasons } = decideClaimInput.parse(input);
  return inTransaction(context, async (within) => {
    const open = requireUndecided(await lockClaim(within, claimId));
    if (!open.ok) return open;
    const claim = open.value;
    if (await isTooNear(within, claim, commissioner.accountId)) return refuse("CONFLICT_OF_INTEREST");
    await recordAudit(within, {
      action: "claims:decided",
      subjectType: "election",
      subjectId: claim.electionId,
      changes: [{ field: "claimState", before: claim.state, after: decision }],
      details: { number: claim.number, kind: claim.kind, reasons, declaresNoConflict: true },
    });
    await within.database.claim.update({
      where: { id: claimId },
      data: {
        state: decision,
        reasons,
        decidedAt: within.clock.now(),
        decidedBy: commissioner.accountId,
        decidedByName: commissioner.name,
      },
    });
    await mailDecision(within, claim, { outcome: decision, reasons });
    return ok({ number: claim.number });
  });
}
