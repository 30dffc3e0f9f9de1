// The member takes her claim back before it is decided. Its number stays, and what it said is erased.
import type { Result } from "#app/lib/result/index.ts";
import { ok } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { nothingSaid } from "../domain/claim-words.ts";
import type { UndecidedRefusal } from "./lock-claim.server.ts";
import { lockClaim, requireUndecided } from "./lock-claim.server.ts";

/** Only who filed it may. */
export async function withdrawClaim(
  context: Context,
  { claimId }: { readonly claimId: string },
): Promise<Result<{ number: number }, UndecidedRefusal>> {
  const { actor } = context;
  return inTransaction(context, async (within) => {
    const claim = await lockClaim(within, claimId);
    if (claim !== undefined && (actor.kind !== "person" || claim.filedBy !== actor.accountId))
      throw new NotPermitted("claims:withdraw", actor);
    const open = requireUndecided(claim);
    if (!open.ok) return open;
    const { electionId, number, state } = open.value;
    await recordAudit(within, {
      action: "claims:withdrawn",
      subjectType: "election",
      subjectId: electionId,
      changes: [{ field: "claimState", before: state, after: "withdrawn" }],
      details: { number },
    });
    await within.database.claim.update({
      where: { id: claimId },
      data: { state: "withdrawn", publication: "withheld", publicText: [], ...nothingSaid },
    });
    return ok({ number });
  });
}
