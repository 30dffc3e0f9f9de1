// After the publication two commissioners together strike a candidate, admit one, or change what a published file says; never one alone,
// and nobody once the box is sealed. Source: bylaws art. 24; CM/Rec(2017)5 no. 41 and 48; what happened elsewhere: peers, L6.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import type { ApprovableAct, ApprovedAct, ProposeActRefusal } from "#app/modules/approvals/index.server.ts";
import { proposeActWithin } from "#app/modules/approvals/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { impedimentsAmong } from "../domain/eligibility.ts";
import { fileLimits } from "../domain/file-limits.ts";
import type { FieldBeforeAndAfter, PublishedChangeWish } from "../domain/published-change.ts";
import { asPublicChanges, changesOfPublished, isChange } from "../domain/published-change.ts";
import { permissions } from "../module.ts";
import { getCallOf } from "../queries/call.server.ts";
import { findCandidacy } from "../queries/candidacies.server.ts";
import type { CandidateFile } from "../queries/review.server.ts";
import { checksOf, fileOf } from "../queries/review.server.ts";
import type { FillContestRefusal } from "./fill-contest.server.ts";
import { fillContest } from "./fill-contest.server.ts";
import { mailDecision } from "./mail-candidates.server.ts";
import { acceptanceInput, textUpTo } from "./nominate-candidate.input.ts";
import { refuseBarred } from "./nominate-candidate.server.ts";
import type { DeciderRefusal } from "./require-decider.server.ts";
import { requireDecider } from "./require-decider.server.ts";
import { biographyInput } from "./save-file.input.ts";
import { decisionRowOf } from "./write-decision.server.ts";

/** What the form of a change says: the whole file as it shall read, and why. */
export const editInput = z.object({
  ...acceptanceInput.shape,
  ...biographyInput.shape,
  fileHash: z.string(),
  reason: textUpTo(fileLimits.reasons),
});

export type ChangePublishedRefusal =
  | DeciderRefusal
  | FillContestRefusal
  | Refusal<
      | "CANDIDACY_UNKNOWN"
      | "LIST_NOT_PUBLISHED"
      | "BALLOT_ALREADY_SEALED"
      | "FILE_HAS_CHANGED"
      | "NOTHING_TO_CHANGE"
      | "NOT_ELIGIBLE"
      | "CITIZENSHIP_BARRED"
      | "PROPOSER_TOO_NEAR"
    >;

/** One commissioner proposes, another approves; each without a conflict of interest, and both for the same file. */
export const changePublishedAct: ApprovableAct<PublishedChangeWish> = {
  kind: "candidacies:change-published",
  mayPropose: permissions["candidacies:change-published"],
  mayApprove: permissions["candidacies:change-published"],
  async describe(context, { payload }) {
    const candidacy = await findCandidacy(context, payload.candidacyId);
    return candidacy === undefined ? [] : changesOfPublished(candidacy, payload);
  },
  async mayDecide(context, { payload: { candidacyId } }, accountId) {
    const candidacy = await findCandidacy(context, candidacyId);
    return candidacy === undefined ? ok(undefined) : requireDecider(context, accountId, candidacy);
  },
  carryOut,
};

/** Proposes; the list and the page stay as they are. */
export async function proposePublishedChange(
  context: PersonContext,
  { reason, ...wish }: Omit<PublishedChangeWish, "name"> & { readonly reason: string },
): Promise<Result<{ proposalId: string }, ChangePublishedRefusal | ProposeActRefusal>> {
  requirePermission(context.actor, permissions, "candidacies:change-published");
  return inTransaction<Result<{ proposalId: string }, ChangePublishedRefusal | ProposeActRefusal>>(
    context,
    async (within) => {
      await takeWritersLock(within);
      const judged = await judgeChange(within, context.actor.accountId, wish);
      if (!judged.ok) return judged;
      const { candidacy, contest } = judged.value.file;
      return proposeActWithin(within, changePublishedAct, {
        subjectType: "candidacy",
        subjectId: candidacy.id,
        subjectTitle: contest.title,
        payload: { ...wish, name: candidacy.name },
        reason,
      });
    },
  );
}

interface Judged {
  readonly file: CandidateFile;
  readonly changes: readonly FieldBeforeAndAfter[];
}

async function judgeChange(
  within: ReadingContext,
  accountId: string,
  wish: Omit<PublishedChangeWish, "name">,
): Promise<Result<Judged, ChangePublishedRefusal>> {
  const candidacy = await findCandidacy(within, wish.candidacyId);
  if (candidacy === undefined) return refuse("CANDIDACY_UNKNOWN");
  const may = await requireDecider(within, accountId, candidacy);
  if (!may.ok) return may;
  const call = await getCallOf(within, candidacy);
  if (!call.isPublished) return refuse("LIST_NOT_PUBLISHED");
  if (call.election.sealedAt !== null) return refuse("BALLOT_ALREADY_SEALED");
  const file = await fileOf(within, candidacy);
  if (file.fileHash !== wish.fileHash) return refuse("FILE_HAS_CHANGED");
  const changes = changesOfPublished(candidacy, wish);
  if (!isChange(wish.kind, candidacy.state) || changes.length === 0) return refuse("NOTHING_TO_CHANGE");
  const barred = refuseBarred(call.contest, wish.fields?.citizenships ?? []);
  if (!barred.ok) return barred;
  const impediments = wish.kind === "admit" ? impedimentsAmong(await checksOf(within, file)) : [];
  if (impediments.length > 0) return refuse("NOT_ELIGIBLE", { checks: impediments.map(({ code }) => code).join(", ") });
  return ok({ file, changes });
}

async function carryOut(
  within: ContextWithin,
  act: ApprovedAct<PublishedChangeWish>,
): Promise<Result<undefined, ChangePublishedRefusal>> {
  await takeWritersLock(within);
  const approver = within.actor.kind === "person" ? within.actor : { accountId: "", name: within.actor.kind };
  const judged = await judgeChange(within, approver.accountId, act.payload);
  if (!judged.ok) return judged;
  const { file, changes } = judged.value;
  const { candidacy, contest } = file;
  // Why again: a conflict may have been declared, or a nomination accepted, since it was proposed.
  if (!(await requireDecider(within, act.proposedBy, candidacy)).ok) return refuse("PROPOSER_TOO_NEAR");
  const proposer = await getAccount(within, act.proposedBy);
  const { kind } = act.payload;
  await recordAudit(within, {
    action: "candidacies:published-changed",
    subjectType: "candidacy",
    subjectId: candidacy.id,
    changes,
    details: { name: candidacy.name, reason: act.reason, proposedBy: proposer.name, proposalId: act.proposalId },
  });
  await writeChange(within, act, file);
  await within.database.candidacyChange.create({
    data: {
      id: randomIdentifier(within.random),
      candidacyId: candidacy.id,
      electionId: candidacy.electionId,
      kind,
      changes: asPublicChanges(changes).map((change) => ({ ...change })),
      reason: act.reason,
      proposalId: act.proposalId,
      proposedByName: proposer.name,
      approvedByName: approver.name,
      decidedAt: within.clock.now(),
    },
  });
  const filled = await fillContest(within, contest, false);
  if (!filled.ok) return filled;
  const mailed = { candidacy, contest, decisionId: act.proposalId, reasons: act.reason, correctUntil: null };
  await mailDecision(within, { ...mailed, kind: kind === "strike" ? "reject" : kind });
  return ok(undefined);
}

async function writeChange(
  within: ContextWithin,
  { payload: { kind, fields }, reason, proposalId }: ApprovedAct<PublishedChangeWish>,
  file: CandidateFile,
): Promise<void> {
  const { id, publishedAt } = file.candidacy;
  const now = within.clock.now();
  if (kind === "edit") {
    if (fields === null) return;
    const { name, country, citizenships, employer, employerGroup, es, en, pt, links } = fields;
    const person = { name, country, citizenships: [...citizenships], employer, employerGroup };
    await within.database.candidacy.update({
      where: { id },
      data: { ...person, biography: { es, en, pt }, links: [...links] },
    });
    return;
  }
  const checks = await checksOf(within, file);
  const decided = { kind: kind === "admit" ? "admit" : "reject", reasons: reason } as const;
  await within.database.candidacyDecision.create({
    data: decisionRowOf(within, { decisionId: proposalId, candidacyId: id, ...decided, checks, file }),
  });
  await within.database.candidacy.update({
    where: { id },
    data: {
      decision: kind === "admit" ? "admitted" : "rejected",
      decidedAt: now,
      correctUntil: null,
      publishedAt: kind === "admit" ? (publishedAt ?? now) : publishedAt,
    },
  });
}
