// Two of the commission publish the candidates of all contests at once, and the ballot is filled with them in the same transaction.
// Source: bylaws art. 24; CM/Rec(2017)5 no. 41 (sensitive acts in teams of two) and no. 48 (candidate lists authentic).
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import type {
  ApprovableAct,
  ApprovedAct,
  ProposeActRefusal,
  ProposedChange,
} from "#app/modules/approvals/index.server.ts";
import { proposeActWithin } from "#app/modules/approvals/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { findNamedAlike } from "#app/modules/elections/index.server.ts";
import type { ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import { isUndecided } from "../domain/candidacy-state.ts";
import { listInWords } from "../domain/list-to-publish.ts";
import { permissions } from "../module.ts";
import type { Call } from "../queries/call.server.ts";
import { findCall } from "../queries/call.server.ts";
import { listCandidacies } from "../queries/candidacies.server.ts";
import type { StageRefusal } from "../queries/stages.server.ts";
import { requireCallStage } from "../queries/stages.server.ts";
import type { FillContestRefusal } from "./fill-contest.server.ts";
import { fillContest } from "./fill-contest.server.ts";
import { isPartyToContest } from "./require-decider.server.ts";

export type PublishCandidatesRefusal =
  | StageRefusal
  | FillContestRefusal
  | Refusal<
      | "ELECTION_WITHOUT_CALL"
      | "LIST_PUBLISHED"
      | "CANDIDACIES_UNDECIDED"
      | "NOBODY_ADMITTED"
      | "BALLOT_ALREADY_SEALED"
      | "TOO_NEAR_TO_CONTEST"
      | "PROPOSER_TOO_NEAR"
    >;

/** The list is what it is when it is described: nothing is chosen. */
type ListPayload = Record<string, never>;

/** One proposes the list as it stands, another approves that same list: neither may be a party. */
export const publishListAct: ApprovableAct<ListPayload> = {
  kind: "candidacies:publish-list",
  mayPropose: permissions["candidacies:publish"],
  mayApprove: permissions["candidacies:publish"],
  describe: (context, { subjectId }) => describeList(context, subjectId),
  async mayDecide(context, { subjectId: electionId }, accountId) {
    return (await isPartyToContest(context, accountId, { electionId })) ? refuse("TOO_NEAR_TO_CONTEST") : ok(undefined);
  },
  carryOut,
};

/** Proposes; nothing is public yet. Refused where the list could not be published now. */
export async function proposePublication(
  context: PersonContext,
  { electionId, reason }: { readonly electionId: string; readonly reason: string },
): Promise<Result<{ proposalId: string }, PublishCandidatesRefusal | ProposeActRefusal>> {
  requirePermission(context.actor, permissions, "candidacies:publish");
  return inTransaction<Result<{ proposalId: string }, PublishCandidatesRefusal | ProposeActRefusal>>(
    context,
    async (within) => {
      await takeWritersLock(within);
      const judged = await judgeList(within, context.actor.accountId, electionId);
      if (!judged.ok) return judged;
      return proposeActWithin(within, publishListAct, {
        // Why not the election: who was rejected is read by the commission and auditors alone (audit-log/domain/confidential-entries.ts).
        subjectType: "candidate-list",
        subjectId: electionId,
        subjectTitle: judged.value.call.election.title,
        payload: {},
        reason,
      });
    },
  );
}

interface ListToPublish {
  readonly call: Call;
  readonly admitted: readonly Candidacy[];
}

/** Nominations that nobody answered lapse; every accepted one must have been decided. */
async function judgeList(
  within: ReadingContext,
  accountId: string,
  electionId: string,
): Promise<Result<ListToPublish, PublishCandidatesRefusal>> {
  const call = await findCall(within, electionId);
  if (call === undefined) return refuse("ELECTION_WITHOUT_CALL");
  if (await isPartyToContest(within, accountId, { electionId })) return refuse("TOO_NEAR_TO_CONTEST");
  if (call.isPublished) return refuse("LIST_PUBLISHED");
  if (call.election.sealedAt !== null) return refuse("BALLOT_ALREADY_SEALED");
  const stage = await requireCallStage(within, electionId, "candidates-publication");
  if (!stage.ok) return stage;
  const candidacies = await listCandidacies(within, { electionId });
  const undecided = candidacies.filter(({ state }) => isUndecided(state));
  if (undecided.length > 0)
    return refuse("CANDIDACIES_UNDECIDED", {
      count: undecided.length,
      names: undecided.map(({ name }) => name).join(", "),
    });
  const admitted = candidacies.filter(({ state }) => state === "admitted");
  if (admitted.length === 0) return refuse("NOBODY_ADMITTED");
  for (const { id } of call.contests) {
    const alike = findNamedAlike(admitted.filter(({ contestId }) => contestId === id));
    if (alike !== undefined) return refuse("CANDIDATES_NAMED_ALIKE", { name: alike });
  }
  return ok({ call, admitted });
}

async function describeList(context: ReadingContext, electionId: string): Promise<ProposedChange[]> {
  const call = await findCall(context, electionId);
  const candidacies = await listCandidacies(context, { electionId });
  const wordsOf = (state: Candidacy["state"]) =>
    listInWords(
      call?.contests ?? [],
      candidacies.filter((each) => each.state === state),
    );
  return [
    { field: "candidates", before: wordsOf("published"), after: wordsOf("admitted") },
    { field: "rejected", before: null, after: wordsOf("rejected") },
    { field: "lapsing", before: null, after: wordsOf("nominated") },
  ];
}

async function carryOut(
  within: ContextWithin,
  act: ApprovedAct<ListPayload>,
): Promise<Result<{ readonly published: number }, PublishCandidatesRefusal>> {
  await takeWritersLock(within);
  const electionId = act.subjectId;
  const approver = within.actor.kind === "person" ? within.actor.accountId : "";
  const judged = await judgeList(within, approver, electionId);
  if (!judged.ok) return judged;
  // Why again: who proposed may have become a party since.
  if (await isPartyToContest(within, act.proposedBy, { electionId })) return refuse("PROPOSER_TOO_NEAR");
  const { call, admitted } = judged.value;
  const proposer = await getAccount(within, act.proposedBy);
  await recordAudit(within, {
    action: "candidacies:list-published",
    subjectType: "election",
    subjectId: electionId,
    changes: [{ field: "candidates", before: null, after: admitted.map(({ name }) => name).join(", ") }],
    details: { proposedBy: proposer.name, proposalId: act.proposalId },
  });
  await within.database.candidacy.updateMany({
    where: { id: { in: admitted.map(({ id }) => id) } },
    data: { publishedAt: within.clock.now() },
  });
  for (const contest of call.contests) {
    const filled = await fillContest(within, contest, false);
    if (!filled.ok) return filled;
  }
  return ok({ published: admitted.length });
}
