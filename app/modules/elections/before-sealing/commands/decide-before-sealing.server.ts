// What two of the commission decide about an election before its box is sealed. Each act says what it would change and how it is written;
// here stands what all have in common: not after the seal, logged, kept for everybody to read, told. Source: CM/Rec(2017)5 no. 41.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import type { ApprovableAct, ApprovedAct, ProposedChange } from "#app/modules/approvals/index.server.ts";
import { proposeActWithin } from "#app/modules/approvals/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import type { LockedElection } from "../../commands/lock-election.server.ts";
import { lockElection, readElection } from "../../commands/lock-election.server.ts";
import { requireNotCancelled } from "../../cancelling/domain/cancellation.ts";
import { permissions } from "../../module.ts";
import type { DecisionKind } from "../domain/preparation-decision.ts";
import { readPreparationDecision } from "../domain/preparation-decision.ts";

/** What would happen: field by field for the second person, and the words that stay public. */
export interface Judged {
  readonly changes: readonly ProposedChange[];
  readonly subject: Readonly<Record<string, Json>>;
}

export interface ActBeforeSealing<Payload> {
  /** The act, as "elections:drop-contest". */
  readonly kind: string;
  /** What it is afterwards, in the log and on the page. */
  readonly decision: DecisionKind;
  judge(context: ReadingContext, election: LockedElection, payload: Payload): Promise<Result<Judged, Refusal>>;
  write(within: ContextWithin, election: LockedElection, payload: Payload): Promise<void>;
  tell?(within: ContextWithin, election: LockedElection, wish: { payload: Payload; reason: string }): Promise<void>;
}

export function actBeforeSealing<Payload extends Json>(act: ActBeforeSealing<Payload>): ApprovableAct<Payload> {
  return {
    kind: act.kind,
    mayPropose: permissions["elections:decide-before-sealing"],
    mayApprove: permissions["elections:decide-before-sealing"],
    async describe(context, { subjectId, payload }) {
      const judged = await act.judge(context, await readElection(context, subjectId), payload);
      return judged.ok ? judged.value.changes : [];
    },
    carryOut: (within, approved) => carryOut(within, act, approved),
  };
}

async function carryOut<Payload>(
  within: ContextWithin,
  act: ActBeforeSealing<Payload>,
  { subjectId, payload, reason, proposedBy }: ApprovedAct<Payload>,
): Promise<Result<unknown, Refusal>> {
  await takeWritersLock(within);
  const election = await lockElection(within, subjectId);
  const judged = await judgeNow(within, act, election, payload);
  if (!judged.ok) return judged;
  const proposer = await getAccount(within, proposedBy);
  await act.write(within, election, payload);
  await recordDecision(within, {
    electionId: election.id,
    kind: act.decision,
    changes: judged.value.changes,
    subject: judged.value.subject,
    reason,
    proposedByName: proposer.name,
  });
  await act.tell?.(within, election, { payload, reason });
  return ok(undefined);
}

async function judgeNow<Payload>(
  context: ReadingContext,
  act: ActBeforeSealing<Payload>,
  election: LockedElection,
  payload: Payload,
): Promise<Result<Judged, Refusal>> {
  const standing = requireNotCancelled(election);
  if (!standing.ok) return standing;
  return election.sealedAt === null ? act.judge(context, election, payload) : refuse("BALLOT_ALREADY_SEALED");
}

export interface DecisionToRecord {
  readonly electionId: string;
  readonly kind: DecisionKind;
  readonly changes: readonly ProposedChange[];
  readonly subject: Readonly<Record<string, Json>>;
  readonly reason: string;
  readonly proposedByName: string;
}

/** In the log, and in the table that everybody reads. The actor is who approved. */
export async function recordDecision(within: ContextWithin, decision: DecisionToRecord): Promise<void> {
  const { electionId, kind, changes, subject, reason, proposedByName } = decision;
  await recordAudit(within, {
    action: `elections:${kind}`,
    subjectType: "election",
    subjectId: electionId,
    changes: changes.map((change) => ({ ...change })),
    details: { ...subject, reason, proposedBy: proposedByName },
  });
  // Why read before it is written: what nobody could read back stops here.
  readPreparationDecision({ kind, subject });
  const approvedByName = within.actor.kind === "person" ? within.actor.name : within.actor.kind;
  await within.database.preparationDecision.create({
    data: {
      ...{ electionId, kind, subject: { ...subject }, reason, proposedByName, approvedByName },
      decidedAt: within.clock.now(),
    },
  });
}

export interface ProposalBeforeSealing<Payload> {
  readonly electionId: string;
  readonly payload: Payload;
  readonly reason: string;
}

/** Proposes; what cannot be done now is refused already here. */
export function proposeBeforeSealing<Payload extends Json>(
  context: Context,
  [act, approvable]: readonly [ActBeforeSealing<Payload>, ApprovableAct<Payload>],
  { electionId, payload, reason }: ProposalBeforeSealing<Payload>,
): Promise<Result<{ proposalId: string }, Refusal>> {
  requirePermission(context.actor, permissions, "elections:decide-before-sealing");
  return inTransaction<Result<{ proposalId: string }, Refusal>>(context, async (within) => {
    await takeWritersLock(within);
    const election = await lockElection(within, electionId);
    const judged = await judgeNow(within, act, election, payload);
    if (!judged.ok) return judged;
    return proposeActWithin(within, approvable, {
      subjectType: "election",
      subjectId: electionId,
      subjectTitle: election.title as Trilingual,
      payload,
      reason,
    });
  });
}
