// What the commission has to do of which elections does not know: claims, candidacies, conformity, proclamation, and what waits for a
// second person. Only the building knows all these rooms.
import { approvableActs } from "#app/approvable-acts.server.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { countProposalsWaitingFor } from "#app/modules/approvals/index.server.ts";
import { linkToApprovals } from "#app/modules/approvals/index.ts";
import { countCandidaciesToReview } from "#app/modules/candidacies/index.server.ts";
import { certificateWorkOf } from "#app/modules/certificates/index.server.ts";
import { countUndecidedClaims } from "#app/modules/claims/index.server.ts";
import type { CommissionView } from "#app/modules/elections/index.server.ts";
import type { FurtherDuty } from "#app/modules/elections/index.ts";
import { linkToCertificateDesk, linkToClaimsDesk, linkToReview } from "#app/modules/elections/index.ts";

/** Of one election, the most urgent first; nothing is asked of auditors. */
export async function furtherDutiesOf(context: PersonContext, { election }: CommissionView): Promise<FurtherDuty[]> {
  const { id: electionId, hasCall, phase } = election;
  const { accountId } = context.actor;
  if (!context.actor.roles.includes("commission")) return [];
  const claims = await countUndecidedClaims(context, { electionId });
  // Why claims all the same: who objected is owed an answer, whatever became of the election.
  const isReviewed = hasCall && phase !== "cancelled";
  const candidacies = isReviewed ? await countCandidaciesToReview(context, { electionId, accountId }) : 0;
  const work = phase === "result" ? await certificateWorkOf(context, electionId, accountId) : [];
  const to = linkToCertificateDesk(electionId);
  const found: FurtherDuty[] = [
    { name: "claims", to: linkToClaimsDesk(electionId), count: claims },
    { name: "candidacies", to: linkToReview(electionId), count: candidacies },
    ...work.map((name) => ({ name, to, count: 1 })),
  ];
  return found.filter(({ count }) => count > 0);
}

/** What others proposed and the person may decide. */
export async function approvalsWaiting(context: PersonContext): Promise<FurtherDuty | null> {
  const count = await countProposalsWaitingFor(context, approvableActs, context.actor);
  return count === 0 ? null : { name: "approvals", to: linkToApprovals(), count };
}
