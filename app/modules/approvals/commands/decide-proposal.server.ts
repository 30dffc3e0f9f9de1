// The second person decides: approves, and the act is carried out in the same transaction; or refuses, with the reason.
// Source: CM/Rec(2017)5 no. 41 (sensitive access in teams of at least two people).
import type { Json } from "#app/lib/canonical-json/index.ts";
import { canonicalJson } from "#app/lib/canonical-json/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { ApprovableAct, ProposedAct, ProposedChange } from "../domain/approvable-act.ts";
import type { ProposalState } from "../domain/proposal-state.ts";
import { stateAt } from "../domain/proposal-state.ts";
import { linkToProposal } from "../links.ts";
import type { Person } from "./require-person.server.ts";
import { requirePersonWithRole } from "./require-person.server.ts";

export type DecideProposalRefusal = Refusal<
  | "PROPOSAL_UNKNOWN"
  | "OWN_PROPOSAL"
  | "NOT_OWN_PROPOSAL"
  | "PROPOSAL_ALREADY_DECIDED"
  | "PROPOSAL_EXPIRED"
  | "PROPOSAL_OUTDATED"
  | "PROPOSER_LOST_ROLE"
  | "REASON_MISSING"
>;

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

/** Approves and carries out. A refusal of the act itself leaves the proposal open; its code is the act's. */
export async function approveProposal(
  context: Context,
  acts: readonly ApprovableAct[],
  { proposalId, reason = "" }: { readonly proposalId: string; readonly reason?: string },
): Promise<Result<unknown, DecideProposalRefusal | Refusal>> {
  const row = await findRow(context, proposalId);
  if (row === null) return refuse("PROPOSAL_UNKNOWN");
  const act = actOf(acts, row);
  if (act === undefined) return refuse("PROPOSAL_UNKNOWN");
  const approver = requirePersonWithRole(context.actor, act.mayApprove, row.kind);
  return inTransaction<Result<unknown, DecideProposalRefusal | Refusal>>(context, async (within) => {
    await recordDecision(within, row, "approvals:approved", reason);
    const decided = await decide(within, row, approver, { state: "approved", reason });
    if (!decided.ok) return decided;
    if (!(await proposerMayStillPropose(within, act, row))) return refuse("PROPOSER_LOST_ROLE");
    if (!(await isStillAsShown(within, act, row))) return refuse("PROPOSAL_OUTDATED");
    const carried = await act.carryOut(within, {
      ...proposedOf(row),
      proposalId,
      reason: row.reason,
      proposedBy: row.proposedBy,
    });
    if (!carried.ok) return carried;
    await tellProposer(within, row, "approved", reason);
    return carried;
  });
}

/** Refuses with a reason; nothing is carried out. */
export async function refuseProposal(
  context: Context,
  acts: readonly ApprovableAct[],
  { proposalId, reason }: { readonly proposalId: string; readonly reason: string },
): Promise<Result<void, DecideProposalRefusal | Refusal>> {
  const row = await findRow(context, proposalId);
  if (row === null) return refuse("PROPOSAL_UNKNOWN");
  const act = actOf(acts, row);
  if (act === undefined) return refuse("PROPOSAL_UNKNOWN");
  const person = requirePersonWithRole(context.actor, act.mayApprove, row.kind);
  if (reason.trim() === "") return refuse("REASON_MISSING");
  return inTransaction<Result<void, DecideProposalRefusal | Refusal>>(context, async (within) => {
    await recordDecision(within, row, "approvals:refused", reason);
    const may = await act.mayDecide?.(within, proposedOf(row), person.accountId);
    if (may?.ok === false) return may;
    const decided = await decide(within, row, person, { state: "refused", reason });
    if (!decided.ok) return decided;
    await tellProposer(within, row, "refused", reason);
    return ok(undefined);
  });
}

/** The proposer takes the proposal back. */
export async function withdrawProposal(
  context: Context,
  { proposalId }: { readonly proposalId: string },
): Promise<Result<void, DecideProposalRefusal>> {
  const row = await findRow(context, proposalId);
  if (row === null) return refuse("PROPOSAL_UNKNOWN");
  const { actor } = context;
  if (actor.kind !== "person" || actor.accountId !== row.proposedBy) return refuse("NOT_OWN_PROPOSAL");
  return inTransaction<Result<void, DecideProposalRefusal>>(context, async (within) => {
    await recordDecision(within, row, "approvals:withdrawn", "");
    return decide(within, row, actor, { state: "withdrawn", reason: "" });
  });
}

function findRow(context: Context, proposalId: string) {
  return context.database.approval.findUnique({ where: { id: proposalId } });
}

/** Undefined: a page that decides one kind alone was sent a proposal of another, or no module has this kind any more. */
function actOf(acts: readonly ApprovableAct[], row: Row): ApprovableAct | undefined {
  return acts.find(({ kind }) => kind === row.kind);
}

function proposedOf({ subjectType, subjectId, payload }: Row): ProposedAct<Json> {
  return { subjectType, subjectId, payload };
}

function recordDecision(within: ContextWithin, row: Row, action: string, reason: string): Promise<void> {
  return recordAudit(within, {
    action,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    changes: row.changes as unknown as ProposedChange[],
    details: { proposalId: row.id, kind: row.kind, proposedBy: row.proposedByName, reason: reason.trim() },
  });
}

/** Why one conditional statement: of two tabs, two people or a double press, the database lets exactly one through. */
async function decide(
  within: ContextWithin,
  row: Row,
  person: Person,
  { state, reason }: { readonly state: ProposalState; readonly reason: string },
): Promise<Result<void, DecideProposalRefusal>> {
  const now = within.clock.now();
  const isOwn = state === "withdrawn";
  const { count } = await within.database.approval.updateMany({
    where: {
      id: row.id,
      state: "proposed",
      expiresAt: { gt: now },
      proposedBy: isOwn ? person.accountId : { not: person.accountId },
    },
    data: {
      state,
      decidedBy: person.accountId,
      decidedByName: person.name,
      decidedAt: now,
      decisionReason: reason.trim(),
    },
  });
  if (count === 1) return ok(undefined);
  const present = await within.database.approval.findUniqueOrThrow({ where: { id: row.id } });
  if (stateAt(present, now) === "expired") return refuse("PROPOSAL_EXPIRED");
  return present.state === "proposed" ? refuse("OWN_PROPOSAL") : refuse("PROPOSAL_ALREADY_DECIDED");
}

/** Two people stand behind the act at the moment at which it is done: one who has lost the role is none. */
async function proposerMayStillPropose(within: ContextWithin, act: ApprovableAct, row: Row): Promise<boolean> {
  const [proposer] = await listAccounts(within, [row.proposedBy]);
  return proposer?.isActive === true && proposer.roles.some((role) => act.mayPropose.includes(role));
}

async function isStillAsShown(within: ContextWithin, act: ApprovableAct, row: Row): Promise<boolean> {
  if (act.describe === undefined) return true;
  const now = await act.describe(within, proposedOf(row));
  return canonicalJson(now.map((change) => ({ ...change }))) === canonicalJson(row.changes);
}

async function tellProposer(within: ContextWithin, row: Row, decision: "approved" | "refused", reason: string) {
  const [proposer] = await listAccounts(within, [row.proposedBy]);
  if (proposer === undefined) return;
  await sendMail(within, {
    template: "approvals/decided",
    to: { address: proposer.email, name: proposer.name, language: proposer.language },
    properties: {
      decision,
      decidedBy: within.actor.kind === "person" ? within.actor.name : "",
      subjectTitle: titleOf(row, proposer.language),
      reason: reason.trim(),
      url: `${within.settings.baseUrl}${linkToProposal(row.id)}`,
    },
    deduplication: `approvals/decided/${row.id}`,
    subject: { type: row.subjectType, id: row.subjectId },
  });
}

function titleOf(row: Row, language: Parameters<typeof inLanguage>[1]): string {
  return inLanguage({ es: "", en: "", pt: "", ...(row.subjectTitle as Partial<Trilingual>) }, language);
}
