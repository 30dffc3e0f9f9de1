// Two of the commission decide a claim, with reasons in the language of the claim. The decision is mailed, published, and final.
// Source: CM/Rec(2017)5 no. 41; Conflicts of Interest Regulations for Election Processes (2024): who is too near to a matter does not decide it.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import type { ApprovableAct, ApprovedAct, ProposeActRefusal } from "#app/modules/approvals/index.server.ts";
import { approveProposal, listProposals, proposeActWithin } from "#app/modules/approvals/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { findElection, linkToClaimsDesk } from "#app/modules/elections/index.server.ts";
import type { Context, ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { ClaimState } from "../domain/claim-kinds.ts";
import { isUndecided } from "../domain/claim-kinds.ts";
import { permissions } from "../module.ts";
import { isTooNear } from "../queries/too-near.server.ts";
import type { LockedClaim, UndecidedRefusal } from "./lock-claim.server.ts";
import { lockClaim, requireCommissioner, requireUndecided } from "./lock-claim.server.ts";
import { mailDecision } from "./mail-claim.server.ts";

const declaresNoConflict = z.literal(true, "problems.conflictNotAnswered");

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
  declaresNoConflict,
});
export type DecideClaimInput = z.input<typeof decideClaimInput>;

export const approveDecisionInput = z.object({ proposalId: z.string(), declaresNoConflict });

const proposedDecision = z.object({
  claimId: z.string(),
  electionId: z.string(),
  number: z.number(),
  decision: decideClaimInput.shape.decision,
  reasons: z.string(),
});
export type ProposedDecision = Readonly<z.infer<typeof proposedDecision>>;

export type DecideClaimRefusal =
  | UndecidedRefusal
  | ProposeActRefusal
  | Refusal<"CONFLICT_OF_INTEREST" | "DECISION_ALREADY_PROPOSED" | "PROPOSER_TOO_NEAR">;

/** One proposes the decision with its reasons, another approves exactly that; neither is near to the claim. */
export const decideClaimAct: ApprovableAct<ProposedDecision> = {
  kind: "claims:decide",
  mayPropose: permissions["claims:decide"],
  mayApprove: permissions["claims:decide"],
  // Why its own page: the second person reads the claim and declares for herself that she is not near to it.
  approvedOn: (_claimId, { electionId, number }) => linkToClaimsDesk(electionId, number),
  async describe(context, { payload: { claimId, decision, reasons } }) {
    const claim = await context.database.claim.findUnique({ where: { id: claimId } });
    const before = claim === null || isUndecided(claim.state as ClaimState) ? null : claim.state;
    return [
      { field: "claimState", before, after: decision },
      { field: "reasons", before: claim?.reasons ?? null, after: reasons },
    ];
  },
  async mayDecide(context, { payload: { claimId } }, accountId) {
    const claim = await context.database.claim.findUnique({ where: { id: claimId }, include: { conflicts: true } });
    return claim !== null && (await isTooNear(context, claim, accountId))
      ? refuse("CONFLICT_OF_INTEREST")
      : ok(undefined);
  },
  carryOut,
};

/** Proposes; the member and the public learn nothing yet. */
export async function proposeDecision(
  context: Context,
  input: DecideClaimInput,
): Promise<Result<{ proposalId: string }, DecideClaimRefusal>> {
  const commissioner = requireCommissioner(context);
  const { claimId, decision, reasons } = decideClaimInput.parse(input);
  return inTransaction<Result<{ proposalId: string }, DecideClaimRefusal>>(context, async (within) => {
    const judged = await judgeDecider(within, claimId, commissioner.accountId);
    if (!judged.ok) return judged;
    if ((await findProposedDecision(within, claimId)) !== undefined) return refuse("DECISION_ALREADY_PROPOSED");
    const { electionId, number } = judged.value;
    const election = await findElection(within, electionId);
    return proposeActWithin(within, decideClaimAct, {
      ...{ subjectType: "claim", subjectId: claimId },
      ...(election === undefined ? {} : { subjectTitle: election.title }),
      payload: { claimId, electionId, number, decision, reasons },
      // Why the reasons themselves: they are what the second person approves.
      reason: reasons,
    });
  });
}

/** Approves with this person's own word that she is not near to the claim. */
export async function approveDecision(
  context: Context,
  input: z.input<typeof approveDecisionInput>,
): Promise<Result<unknown, Refusal>> {
  requireCommissioner(context);
  const { proposalId } = approveDecisionInput.parse(input);
  return approveProposal(context, [decideClaimAct], { proposalId });
}

/** The decision about a claim that waits for a second person, with who proposed it. */
export async function findProposedDecision(context: ReadingContext, claimId: string) {
  const [open] = await listProposals(context, { kind: decideClaimAct.kind, subjectId: claimId, state: "proposed" });
  if (open === undefined) return undefined;
  const { id, proposedBy, proposedByName, payload } = open;
  return { id, proposedBy, proposedByName, ...proposedDecision.parse(payload) };
}

async function judgeDecider(
  within: ContextWithin,
  claimId: string,
  accountId: string,
): Promise<Result<LockedClaim, UndecidedRefusal | Refusal<"CONFLICT_OF_INTEREST">>> {
  const open = requireUndecided(await lockClaim(within, claimId));
  if (!open.ok) return open;
  return (await isTooNear(within, open.value, accountId)) ? refuse("CONFLICT_OF_INTEREST") : open;
}

async function carryOut(
  within: ContextWithin,
  { payload, proposedBy, proposalId }: ApprovedAct<ProposedDecision>,
): Promise<Result<{ number: number }, DecideClaimRefusal>> {
  const approver = requireCommissioner(within);
  const { claimId, decision, reasons } = proposedDecision.parse(payload);
  const judged = await judgeDecider(within, claimId, approver.accountId);
  if (!judged.ok) return judged;
  const claim = judged.value;
  // Why again: she may have declared a conflict, or become a party, since she proposed.
  if (await isTooNear(within, claim, proposedBy)) return refuse("PROPOSER_TOO_NEAR");
  const proposer = await getAccount(within, proposedBy);
  const { number, kind, electionId } = claim;
  await recordAudit(within, {
    action: "claims:decided",
    subjectType: "election",
    subjectId: electionId,
    changes: [{ field: "claimState", before: claim.state, after: decision }],
    details: { number, kind, reasons, declaresNoConflict: true, proposedBy: proposer.name, proposalId },
  });
  await within.database.claim.update({
    where: { id: claimId },
    data: {
      state: decision,
      reasons,
      decidedAt: within.clock.now(),
      decidedBy: approver.accountId,
      decidedByName: `${proposer.name}, ${approver.name}`,
    },
  });
  await mailDecision(within, claim, { outcome: decision, reasons });
  return ok({ number });
}
