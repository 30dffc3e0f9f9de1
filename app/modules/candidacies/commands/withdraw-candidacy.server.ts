// The candidate steps back, before or after the publication. Once the box is sealed the ballot stays as it is, and pages mark it.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { mayWithdraw } from "../domain/candidacy-state.ts";
import { getCallOf } from "../queries/call.server.ts";
import type { FillContestRefusal } from "./fill-contest.server.ts";
import { fillContest } from "./fill-contest.server.ts";
import { ownCandidacy } from "./open-file.server.ts";

export type WithdrawRefusal = FillContestRefusal | Refusal<"CANDIDACY_UNKNOWN" | "CANDIDACY_OVER" | "VOTING_OVER">;

export async function withdrawCandidacy(
  context: PersonContext,
  { candidacyId, reason }: { readonly candidacyId: string; readonly reason: string },
): Promise<Result<{ readonly isOnBallot: boolean }, WithdrawRefusal>> {
  return inTransaction<Result<{ readonly isOnBallot: boolean }, WithdrawRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const own = await ownCandidacy(within, context.actor, candidacyId);
    if (!own.ok) return own;
    const { state, publishedAt } = own.value;
    if (!mayWithdraw(state)) return refuse("CANDIDACY_OVER");
    const { election, contest } = await getCallOf(within, own.value);
    if (election.closedAt !== null) return refuse("VOTING_OVER");
    await recordAudit(within, {
      action: "candidacies:withdrawn",
      subjectType: "candidacy",
      subjectId: candidacyId,
      changes: [{ field: "state", before: state, after: "withdrawn" }],
      details: { reason, isOnBallot: publishedAt !== null },
    });
    const withdrawnAt = within.clock.now();
    await within.database.candidacy.update({
      where: { id: candidacyId },
      data: { withdrawnAt, withdrawalReason: reason },
    });
    if (publishedAt === null) return ok({ isOnBallot: false });
    const filled = await fillContest(within, contest, election.sealedAt !== null, { candidacyId, withdrawnAt });
    return filled.ok ? ok({ isOnBallot: filled.value }) : filled;
  });
}
