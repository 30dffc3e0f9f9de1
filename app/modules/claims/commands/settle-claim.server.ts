// A commissioner records what followed from an upheld claim, or why nothing had to change. Until then nobody signs the roll or the result over it.
// Source: requirements.md §8.6 R3; domain facts §2.4 (claims are decided, and carried out, before the next step).
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { isTooNear } from "../queries/too-near.server.ts";
import { lockClaim, requireCommissioner } from "./lock-claim.server.ts";

export const settleClaimInput = z.object({
  claimId: z.string(),
  /** In the language of the claim; public. */
  followUp: z
    .string({ error: "problems.reasonsMissing" })
    .trim()
    .min(20, "problems.reasonsTooShort")
    .max(5_000, "problems.textTooLong"),
});
export type SettleClaimInput = z.input<typeof settleClaimInput>;

export type SettleClaimRefusal = Refusal<
  "CLAIM_UNKNOWN" | "CLAIM_NOT_UPHELD" | "CLAIM_ALREADY_SETTLED" | "CONFLICT_OF_INTEREST"
>;

export async function settleClaim(
  context: Context,
  input: SettleClaimInput,
): Promise<Result<{ number: number }, SettleClaimRefusal>> {
  const commissioner = requireCommissioner(context);
  const { claimId, followUp } = settleClaimInput.parse(input);
  return inTransaction<Result<{ number: number }, SettleClaimRefusal>>(context, async (within) => {
    const claim = await lockClaim(within, claimId);
    if (claim === undefined) return refuse("CLAIM_UNKNOWN");
    if (claim.state !== "upheld") return refuse("CLAIM_NOT_UPHELD");
    if (claim.followUp !== null) return refuse("CLAIM_ALREADY_SETTLED");
    if (await isTooNear(within, claim, commissioner.accountId)) return refuse("CONFLICT_OF_INTEREST");
    const { accountId, name } = commissioner;
    await recordAudit(within, {
      action: "claims:settled",
      subjectType: "election",
      subjectId: claim.electionId,
      details: { number: claim.number, kind: claim.kind, reasons: followUp },
    });
    await within.database.claim.update({
      where: { id: claimId },
      data: { followUp, followUpAt: within.clock.now(), followUpBy: accountId, followUpByName: name },
    });
    return ok({ number: claim.number });
  });
}
