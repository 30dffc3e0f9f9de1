// Freezing the roll takes two people: one proposes the roll that she has looked through, a commissioner approves that roll and no other.
// Source: CM/Rec(2017)5 no. 41 (sensitive acts in teams of two); the incumbent's audit, finding L4.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import type { ApprovableAct, ApprovedAct, ProposedChange } from "#app/modules/approvals/index.server.ts";
import {
  approveProposal,
  findProposal,
  listProposals,
  proposeActWithin,
  refuseProposal,
} from "#app/modules/approvals/index.server.ts";
import type { Context, ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { sentencesFor } from "#app/platform/language/catalogue.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import type { RollToFreeze } from "../domain/proposed-roll.ts";
import { linesThatDiffer, readLines, rollToFreeze, writeLines } from "../domain/proposed-roll.ts";
import { linkToFreezing } from "../links.ts";
import { permissions } from "../module.ts";
import type { RightsSource } from "./plan-roll.server.ts";
import { linesOfPlan, planRoll, rightsWithBlocks, sumsOfPlan } from "./plan-roll.server.ts";
import type { FrozenRoll } from "./freeze-roll.server.ts";
import { mayFreezeNow, newSeed, writeRoll } from "./freeze-roll.server.ts";
import { lockElection } from "./lock-election.server.ts";

/** The numbers that the page showed. */
export type SeenPreview = Pick<RollToFreeze, "entries" | "votes" | "leftOut">;

export interface ProposeFreezingInput {
  readonly electionId: string;
  readonly reason: string;
  /** Nothing where nobody looked at a page. */
  readonly seen?: SeenPreview | undefined;
}

/** The act over the register; a test gives rights of its own. */
export function freezingOf(listRights: RightsSource): ApprovableAct<RollToFreeze> {
  return {
    kind: "elections:freeze-roll",
    mayPropose: permissions["elections:freeze-roll"],
    mayApprove: permissions["elections:approve-roll"],
    // Why its own page: the second person looks through the same preview there.
    approvedOn: (subjectId) => linkToFreezing(subjectId),
    // Why from the proposal, and not computed anew: a whole register takes seconds, and carryOut compares every entry.
    describe: (_, { payload }) => Promise.resolve(inFields(rollToFreeze.parse(payload))),
    carryOut: (within, act) => carryOut(within, act, listRights),
  };
}

export const freezeRollAct = freezingOf(rightsWithBlocks);

/** Proposes to freeze the roll as it is now. */
export async function proposeFreezing(
  context: Context,
  { electionId, reason, seen }: ProposeFreezingInput,
  listRights: RightsSource = rightsWithBlocks,
): Promise<Result<{ proposalId: string }, Refusal>> {
  requirePermission(context.actor, permissions, "elections:freeze-roll");
  const draft = await context.database.election.findUniqueOrThrow({ where: { id: electionId } });
  const may = await mayFreezeNow(context, draft);
  if (!may.ok) return may;
  const seed = newSeed(context);
  // Why outside the transaction: a whole register takes seconds, and the approval computes the roll again.
  const plan = await planRoll(context, draft, { listRights, seed });
  const sums = await sumsOfPlan(plan);
  if (sums.entries === 0) return refuse("ROLL_EMPTY");
  if (seen !== undefined && !isAsSeen(sums, seen)) return refuse("ROLL_OTHER_THAN_SEEN");
  return inTransaction<Result<{ proposalId: string }, Refusal>>(context, async (within) => {
    const election = await lockElection(within, electionId);
    const still = await mayFreezeNow(within, election);
    if (!still.ok) return still;
    if ((await findOpenFreezing(within, electionId)) !== undefined) return refuse("FREEZING_ALREADY_PROPOSED");
    const proposed = await proposeActWithin(within, freezeRollAct, {
      subjectType: "election",
      subjectId: electionId,
      subjectTitle: election.title as Trilingual,
      payload: sums,
      reason,
    });
    if (!proposed.ok) return proposed;
    const { proposalId } = proposed.value;
    await within.database.proposedRoll.create({
      data: { proposalId, electionId, seed, lines: writeLines(linesOfPlan(plan)) },
    });
    return proposed;
  });
}

function isAsSeen(sums: RollToFreeze, seen: SeenPreview): boolean {
  return sums.entries === seen.entries && sums.votes === seen.votes && sums.leftOut === seen.leftOut;
}

/** Approves. Where the register has moved, nothing is frozen and the proposal is over, so that another can be made at once. */
export async function approveFreezing(
  context: Context,
  { proposalId }: { readonly proposalId: string },
  listRights: RightsSource = rightsWithBlocks,
): Promise<Result<unknown, Refusal>> {
  requirePermission(context.actor, permissions, "elections:approve-roll");
  const acts = [freezingOf(listRights)];
  const approved = await approveProposal(context, acts, { proposalId });
  if (approved.ok || !endsProposal.has(approved.error.code)) return approved;
  const proposal = await findProposal(context, proposalId);
  const reason = await inWordsOfProposer(context, proposal?.proposedBy ?? "", approved.error);
  const ended = await refuseProposal(context, acts, { proposalId, reason });
  return ended.ok ? approved : ended;
}

/** What no later approval of the same proposal could mend. */
const endsProposal: ReadonlySet<string> = new Set([
  "ROLL_CHANGED_SINCE_PROPOSED",
  "ROLL_DATE_MOVED_SINCE_PROPOSED",
  "ROLL_ALREADY_FROZEN",
  "ELECTION_CANCELLED",
]);

async function inWordsOfProposer(context: Context, proposedBy: string, refusal: Refusal): Promise<string> {
  const { language } = await getAccount(context, proposedBy);
  return (await sentencesFor(language, "elections"))(`refusals.${refusal.code}`, refusal.details ?? {});
}

/** The proposal that waits for the second person. */
export async function findOpenFreezing(context: ReadingContext, electionId: string) {
  const [open] = await listProposals(context, {
    kind: freezeRollAct.kind,
    subjectId: electionId,
    state: "proposed",
  });
  return open;
}

function inFields(roll: RollToFreeze): ProposedChange[] {
  const { rollDate, entries, votes, leftOut, byCategory, rollRoot } = roll;
  return [
    { field: "rollDate", before: null, after: rollDate },
    { field: "rollEntries", before: null, after: entries },
    { field: "votes", before: null, after: votes },
    { field: "byCategory", before: null, after: byCategory },
    { field: "leftOut", before: null, after: leftOut },
    { field: "rollRoot", before: null, after: rollRoot },
  ];
}

const handlesToName = 20;

async function carryOut(
  within: ContextWithin,
  act: ApprovedAct<RollToFreeze>,
  listRights: RightsSource,
): Promise<Result<FrozenRoll, Refusal>> {
  const election = await lockElection(within, act.subjectId);
  const may = await mayFreezeNow(within, election);
  if (!may.ok) return may;
  const { proposalId } = act;
  const shown = rollToFreeze.parse(act.payload);
  const { rollDate } = election;
  if (rollDate !== shown.rollDate) return refuse("ROLL_DATE_MOVED_SINCE_PROPOSED", { rollDate });
  const proposed = await within.database.proposedRoll.findUnique({ where: { proposalId } });
  // Nothing kept of it would be another roll in every line.
  const { seed, lines } = proposed ?? { seed: newSeed(within), lines: "" };
  const plan = await planRoll(within, election, { listRights, seed });
  const differing = linesThatDiffer(readLines(lines), linesOfPlan(plan));
  if (differing.length > 0 || plan.rollRoot !== shown.rollRoot) {
    const named = differing.slice(0, handlesToName);
    const handles = [...named, ...(differing.length > named.length ? ["…"] : [])].join(", ");
    return refuse("ROLL_CHANGED_SINCE_PROPOSED", { count: differing.length, handles });
  }
  const proposer = await getAccount(within, act.proposedBy);
  const frozen = await writeRoll(within, election, plan, { proposalId, proposedBy: proposer.name });
  await within.database.proposedRoll.delete({ where: { proposalId } });
  return ok(frozen);
}
