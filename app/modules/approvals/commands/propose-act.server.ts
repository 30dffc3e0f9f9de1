// Proposes an act that needs a second person, and tells those who may approve it.
import type { Json } from "#app/lib/canonical-json/index.ts";
import { canonicalJson } from "#app/lib/canonical-json/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Account } from "#app/modules/accounts/index.server.ts";
import { listAccountsWithRole } from "#app/modules/accounts/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import type { ApprovableAct } from "../domain/approvable-act.ts";
import { proposalWaitsMs } from "../domain/proposal-state.ts";
import { linkToProposal } from "../links.ts";
import { requirePersonWithRole } from "./require-person.server.ts";

export interface ProposalWish<Payload> {
  readonly subjectType: string;
  readonly subjectId: string;
  /** What the subject is called, for the page and the mail. */
  readonly subjectTitle?: Trilingual;
  readonly payload: Payload;
  readonly reason: string;
}

export type ProposeActRefusal = Refusal<"REASON_MISSING" | "PROPOSAL_ALREADY_OPEN">;

const longestReason = 4000;

/** Proposes; nothing happens yet. */
export function proposeAct<Payload extends Json>(
  context: Context,
  act: ApprovableAct<Payload>,
  wish: ProposalWish<Payload>,
): Promise<Result<{ proposalId: string }, ProposeActRefusal>> {
  return inTransaction(context, (within) => proposeActWithin(within, act, wish));
}

/** The same in the transaction of something else that is written with it. */
export async function proposeActWithin<Payload extends Json>(
  within: ContextWithin,
  act: ApprovableAct<Payload>,
  wish: ProposalWish<Payload>,
): Promise<Result<{ proposalId: string }, ProposeActRefusal>> {
  const proposer = requirePersonWithRole(within.actor, act.mayPropose, act.kind);
  const reason = wish.reason.trim().slice(0, longestReason);
  if (reason === "") return refuse("REASON_MISSING");
  const { subjectType, subjectId, payload } = wish;
  const changes = (await act.describe?.(within, { subjectType, subjectId, payload })) ?? [];
  await recordAudit(within, {
    action: "approvals:proposed",
    subjectType,
    subjectId,
    changes: [...changes],
    details: { kind: act.kind, reason },
  });
  if (await isOpenAlready(within, act.kind, wish)) return refuse("PROPOSAL_ALREADY_OPEN");
  const now = within.clock.now();
  const { id } = await within.database.approval.create({
    data: {
      kind: act.kind,
      subjectType,
      subjectId,
      subjectTitle: { ...(wish.subjectTitle ?? {}) },
      payload: payload as object,
      changes: changes.map((change) => ({ ...change })),
      reason,
      proposedBy: proposer.accountId,
      proposedByName: proposer.name,
      proposedAt: now,
      expiresAt: new Date(now.getTime() + (act.waitsForMs ?? proposalWaitsMs)),
    },
  });
  await tellApprovers(within, act, id, wish);
  return ok({ proposalId: id });
}

// Why: a double press of the button must not make two proposals of one wish. The audit entry before it holds the writers' lock.
async function isOpenAlready(within: ContextWithin, kind: string, wish: ProposalWish<Json>): Promise<boolean> {
  const open = await within.database.approval.findMany({
    where: {
      kind,
      subjectType: wish.subjectType,
      subjectId: wish.subjectId,
      state: "proposed",
      expiresAt: { gt: within.clock.now() },
    },
  });
  const wished = canonicalJson(wish.payload);
  return open.some((row) => canonicalJson(row.payload) === wished);
}

async function tellApprovers(
  within: ContextWithin,
  act: Pick<ApprovableAct, "kind" | "mayApprove">,
  proposalId: string,
  wish: ProposalWish<Json>,
): Promise<void> {
  const proposer = within.actor.kind === "person" ? within.actor : undefined;
  for (const account of await listApprovers(within, act.mayApprove)) {
    if (account.accountId === proposer?.accountId) continue;
    await sendMail(within, {
      template: "approvals/waiting",
      to: { address: account.email, name: account.name, language: account.language },
      properties: {
        proposedBy: proposer?.name ?? "",
        subjectTitle: wish.subjectTitle === undefined ? "" : inLanguage(wish.subjectTitle, account.language),
        reason: wish.reason.trim().slice(0, longestReason),
        url: `${within.settings.baseUrl}${linkToProposal(proposalId)}`,
      },
      deduplication: `approvals/waiting/${proposalId}/${account.accountId}`,
      subject: { type: wish.subjectType, id: wish.subjectId },
    });
  }
}

async function listApprovers(within: ContextWithin, roles: readonly Role[]): Promise<Account[]> {
  const found = new Map<string, Account>();
  for (const role of roles) {
    for (const account of await listAccountsWithRole(within, role)) found.set(account.accountId, account);
  }
  return [...found.values()];
}
