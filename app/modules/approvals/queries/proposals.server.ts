// Proposals as those who decide read them: what exactly will happen, who wants it and why, and what became of it.
import type { Json } from "#app/lib/canonical-json/index.ts";
import { isConfidentialAct, readsWholeLog } from "#app/modules/audit-log/index.server.ts";
import type { Context, ReadingContext } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import type { Actor, Role } from "#app/platform/permissions/actor.ts";
import type { ApprovableAct, ProposedChange } from "../domain/approvable-act.ts";
import type { ProposalState } from "../domain/proposal-state.ts";
import { stateAt } from "../domain/proposal-state.ts";

export interface ProposalView {
  readonly id: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly subjectTitle: Trilingual | null;
  readonly payload: Json;
  readonly changes: readonly ProposedChange[];
  readonly reason: string;
  readonly state: ProposalState;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: string;
  readonly expiresAt: string;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string;
}

export interface ProposalSelection {
  readonly kind?: string;
  readonly subjectType?: string;
  readonly subjectId?: string;
  readonly state?: ProposalState;
  readonly limit?: number;
}

/** Whether the actor may read it: what claims and candidacies are about only the commission and auditors read, as in the log. */
export function mayReadProposal(actor: Actor, proposal: Pick<ProposalView, "kind" | "subjectType">): boolean {
  return readsWholeLog(actor) || !isConfidentialAct(proposal);
}

/** Who decides about proposals, or audits them. */
export const readersOfProposals: readonly Role[] = ["commission", "administrator", "auditor"];

/** Whether its page is there for the actor; who proposed it comes back to withdraw it, whatever her role. */
export function mayOpenProposal(
  actor: Actor,
  proposal: Pick<ProposalView, "kind" | "subjectType" | "proposedBy">,
): boolean {
  if (actor.kind !== "person") return false;
  const isReader = readersOfProposals.some((role) => actor.roles.includes(role));
  return proposal.proposedBy === actor.accountId || (isReader && mayReadProposal(actor, proposal));
}

/** What waits for a second person, for a page about the thing itself: whoever may not open a proposal reads that it waits. */
export async function listWaitingProposals(context: Context, where: Omit<ProposalSelection, "state">) {
  const proposals = await listProposals(context, { ...where, state: "proposed" });
  return proposals.map((proposal) => ({ ...proposal, mayOpen: mayOpenProposal(context.actor, proposal) }));
}

/** Proposals, the newest first. Who may read them is for the door to say. */
export async function listProposals(
  context: ReadingContext,
  { state, limit = 200, ...where }: ProposalSelection = {},
): Promise<ProposalView[]> {
  const rows = await context.database.approval.findMany({
    where: { ...where, ...whereState(context, state) },
    orderBy: [{ proposedAt: "desc" }, { id: "asc" }],
    take: limit,
  });
  const now = context.clock.now();
  return rows.map((row) => viewOf(row, now));
}

/** One proposal, or undefined when there is none. */
export async function findProposal(context: ReadingContext, proposalId: string): Promise<ProposalView | undefined> {
  const row = await context.database.approval.findUnique({ where: { id: proposalId } });
  return row === null ? undefined : viewOf(row, context.clock.now());
}

/** How many proposals wait for this person: open, of others, and within what her roles may approve. */
export async function countProposalsWaitingFor(
  context: ReadingContext,
  acts: readonly ApprovableAct[],
  person: { readonly accountId: string; readonly roles: readonly string[] },
): Promise<number> {
  const kinds = acts
    .filter(({ mayApprove }) => mayApprove.some((role) => person.roles.includes(role)))
    .map(({ kind }) => kind);
  if (kinds.length === 0) return 0;
  return context.database.approval.count({
    where: { kind: { in: kinds }, ...whereState(context, "proposed"), proposedBy: { not: person.accountId } },
  });
}

function whereState(context: ReadingContext, state: ProposalState | undefined) {
  const now = context.clock.now();
  if (state === undefined) return {};
  if (state === "proposed") return { state, expiresAt: { gt: now } };
  if (state === "expired") return { OR: [{ state }, { state: "proposed", expiresAt: { lte: now } }] };
  return { state };
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly subjectTitle: unknown;
  readonly payload: unknown;
  readonly changes: unknown;
  readonly reason: string;
  readonly state: string;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: Date;
  readonly expiresAt: Date;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string;
}

function viewOf(row: Row, now: Date): ProposalView {
  const title = row.subjectTitle as Partial<Trilingual>;
  return {
    ...row,
    subjectTitle: title.es === undefined ? null : { es: "", en: "", pt: "", ...title },
    payload: row.payload as Json,
    changes: row.changes as ProposedChange[],
    state: stateAt(row, now),
    proposedAt: row.proposedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}
