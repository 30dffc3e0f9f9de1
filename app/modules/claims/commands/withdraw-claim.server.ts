// The member takes her claim back before it is decided. Its number stays, and what it said is erased.
import type { Result } from "#app/lib/result/index.ts";
import { ok } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { findLinkVoter } from "#app/modules/elections/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { nothingSaid } from "../domain/claim-words.ts";
import type { LockedClaim, UndecidedRefusal } from "./lock-claim.server.ts";
import { lockClaim, requireUndecided } from "./lock-claim.server.ts";

/** Only who filed it may. */
export async function withdrawClaim(
  context: Context,
  { claimId }: { readonly claimId: string },
): Promise<Result<{ number: number }, UndecidedRefusal>> {
  const { actor } = context;
  return withdraw(context, claimId, ({ filedBy }) => actor.kind === "person" && filedBy === actor.accountId);
}

/** The same for a voter without an account. Security: the key says which entry is hers, and what a former holder of it filed is not. */
export async function withdrawClaimByLink(
  context: Context,
  { electionId, secondKey, claimId }: Record<"electionId" | "secondKey" | "claimId", string>,
): Promise<Result<{ number: number }, UndecidedRefusal>> {
  const voter = await findLinkVoter(context, { electionId, secondKey });
  return withdraw(
    context,
    claimId,
    ({ rollEntryId, rollHolder }) => rollEntryId === voter?.rollEntryId && rollHolder === voter?.holderNumber,
  );
}

function withdraw(
  context: Context,
  claimId: string,
  isOwn: (claim: LockedClaim) => boolean,
): Promise<Result<{ number: number }, UndecidedRefusal>> {
  return inTransaction(context, async (within) => {
    const claim = await lockClaim(within, claimId);
    if (claim !== undefined && !isOwn(claim)) throw new NotPermitted("claims:withdraw", context.actor);
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
