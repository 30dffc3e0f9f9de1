// Two members of the commission decide about what is disputed, after the close and before anything is decrypted: it counts, or it
// is left out of the count. Source: CM/Rec(2017)5 no. 41 and 49.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import type { ApprovableAct, ApprovedAct } from "#app/modules/approvals/index.server.ts";
import { proposeActWithin } from "#app/modules/approvals/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import type { LockedElection } from "../../commands/lock-election.server.ts";
import { lockElection } from "../../commands/lock-election.server.ts";
import { requireNotCancelled } from "../../cancelling/domain/cancellation.ts";
import { permissions } from "../../module.ts";
import { hasDecryptionBegun } from "../domain/decryption-begun.ts";
import { requireEnoughVoters } from "../queries/voters-left.server.ts";
import { beginCount } from "./begin-count.server.ts";

export type DecideDisputeRefusal = Refusal<
  | "ELECTION_CANCELLED"
  | "DISPUTE_UNKNOWN"
  | "DISPUTE_ALREADY_DECIDED"
  | "BOX_NOT_CLOSED"
  | "DECRYPTION_BEGUN"
  | "TOO_FEW_VOTERS_LEFT"
>;

export type DisputeDecision = "kept" | "excluded";
type DecisionPayload = { readonly disputeId: string; readonly label: string };

const stateWords: Record<"open" | DisputeDecision, Trilingual> = {
  open: { es: "en disputa", en: "disputed", pt: "em disputa" },
  kept: { es: "se cuenta", en: "counts", pt: "é contado" },
  excluded: { es: "queda fuera del recuento", en: "is left out of the count", pt: "fica fora da apuração" },
};

function actFor(decision: DisputeDecision, kind: string): ApprovableAct<DecisionPayload> {
  return {
    kind,
    mayPropose: permissions["elections:dispute"],
    mayApprove: permissions["elections:dispute"],
    async describe() {
      return [{ field: "dispute", before: stateWords.open, after: stateWords[decision] }];
    },
    carryOut: (within, act) => carryOut(within, act, decision),
  };
}

export const keepDisputedAct = actFor("kept", "elections:keep-disputed");
export const excludeDisputedAct = actFor("excluded", "elections:exclude-disputed");

/** Proposes the decision, with the reasons that will be published. */
export async function proposeDisputeDecision(
  context: Context,
  wish: { readonly disputeId: string; readonly decision: DisputeDecision; readonly reason: string },
): Promise<Result<{ proposalId: string }, Refusal>> {
  requirePermission(context.actor, permissions, "elections:dispute");
  return inTransaction<Result<{ proposalId: string }, Refusal>>(context, async (within) => {
    const dispute = await within.database.dispute.findUnique({ where: { id: wish.disputeId } });
    if (dispute === null) return refuse("DISPUTE_UNKNOWN");
    const election = await lockElection(within, dispute.electionId);
    const decidable = mayDecide(election, dispute, wish.decision);
    if (!decidable.ok) return decidable;
    return proposeActWithin(within, wish.decision === "kept" ? keepDisputedAct : excludeDisputedAct, {
      subjectType: "election",
      subjectId: dispute.electionId,
      subjectTitle: election.title as Trilingual,
      payload: { disputeId: dispute.id, label: dispute.label },
      reason: wish.reason,
    });
  });
}

interface DisputeToDecide {
  readonly state: string;
  readonly kind: string;
  readonly credential: string | null;
}

function mayDecide(
  election: LockedElection,
  { state, kind, credential }: DisputeToDecide,
  decision: DisputeDecision,
): Result<void, DecideDisputeRefusal> {
  // Why: the holder of the codes alone must not be able to hold up the result by never showing the credential.
  const isTakenBack = state === "excluded" && kind === "mandate" && credential === null && decision === "kept";
  if (state !== "open" && !isTakenBack) return refuse("DISPUTE_ALREADY_DECIDED");
  const standing = requireNotCancelled(election);
  if (!standing.ok) return standing;
  if (election.closedAt === null) return refuse("BOX_NOT_CLOSED");
  return hasDecryptionBegun(election.trustees) ? refuse("DECRYPTION_BEGUN") : ok(undefined);
}

async function carryOut(
  within: ContextWithin,
  act: ApprovedAct<DecisionPayload>,
  decision: DisputeDecision,
): Promise<Result<{ disputeId: string }, DecideDisputeRefusal>> {
  const election = await lockElection(within, act.subjectId);
  const dispute = await within.database.dispute.findUnique({ where: { id: act.payload.disputeId } });
  if (dispute === null) return refuse("DISPUTE_UNKNOWN");
  const decidable = mayDecide(election, dispute, decision);
  if (!decidable.ok) return decidable;
  const [proposer] = await listAccounts(within, [act.proposedBy]);
  const names = [proposer?.name, within.actor.kind === "person" ? within.actor.name : undefined];
  await recordAudit(within, {
    action: "elections:dispute-decided",
    subjectType: "election",
    subjectId: election.id,
    changes: [{ field: "dispute", before: dispute.state, after: decision }],
    details: { what: dispute.label, reason: act.reason },
  });
  const isWithoutBallot = dispute.kind === "mandate" && !(await hasVoted(within, dispute.rollEntryId));
  await within.database.dispute.update({
    where: { id: dispute.id },
    data: {
      state: decision,
      decisionReason: act.reason,
      decidedByNames: names.filter((name) => name !== undefined).join(", "),
      decidedAt: within.clock.now(),
      // Why "": of a mandate that never voted there is nothing to leave out, and so no credential to ask for.
      ...(decision === "excluded" && isWithoutBallot ? { credential: "" } : {}),
    },
  });
  if (decision === "excluded" && !isWithoutBallot) {
    // Why here for a mandate too: its ballots are left out only when its credential is shown, but then nobody decides any more.
    const left =
      dispute.kind === "ballot" ? await beginCount(within, election) : await requireEnoughVoters(within, election.id);
    if (!left.ok) return left;
  }
  return ok({ disputeId: dispute.id });
}

async function hasVoted(within: ContextWithin, rollEntryId: string | null): Promise<boolean> {
  const entry = await within.database.rollEntry.findUnique({ where: { id: rollEntryId ?? "" } });
  return entry?.hasVoted ?? false;
}
