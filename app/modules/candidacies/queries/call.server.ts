// The call of an election: its contests with seats, rules and who stays, and what is still possible.
import { findElection, listContests } from "#app/modules/elections/index.server.ts";
import type { ContestView, ElectionView } from "#app/modules/elections/index.server.ts";
import { readStayingHolders } from "#app/modules/bodies/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { CallContest, CallRules } from "../domain/call-contest.ts";
import { rulesWithoutBody } from "../domain/call-contest.ts";

export interface Call {
  readonly election: ElectionView;
  /** Only contests in which people stand; questions have no candidates. */
  readonly contests: readonly CallContest[];
  /** The list is published: nobody can be nominated any more. */
  readonly isPublished: boolean;
}

/** The call of an election, or undefined where there is none. */
export async function findCall(context: ReadingContext, electionId: string): Promise<Call | undefined> {
  const election = await findElection(context, electionId);
  if (election === undefined || !election.hasCall) return undefined;
  const published = await context.database.candidacy.count({ where: { electionId, publishedAt: { not: null } } });
  const contests = election.contests.filter(({ kind }) => kind === "candidates").map(asCallContest);
  return { election, contests, isPublished: published > 0 };
}

/** The contest with its call; throws where there is none, for a candidacy always belongs to one. */
export async function getCallOf(
  context: ReadingContext,
  { electionId, contestId }: { readonly electionId: string; readonly contestId: string },
): Promise<Call & { readonly contest: CallContest }> {
  const call = await findCall(context, electionId);
  const contest =
    call?.contests.find(({ id }) => id === contestId) ?? (await findDroppedContest(context, electionId, contestId));
  if (call === undefined || contest === undefined) throw new Error(`no contest ${contestId} with a call`);
  return { ...call, contest };
}

/** Who was nominated in a contest that was taken out of the vote still finds her page. */
async function findDroppedContest(
  context: ReadingContext,
  electionId: string,
  contestId: string,
): Promise<CallContest | undefined> {
  const dropped = await listContests(context, electionId, { isDropped: true });
  return dropped.filter(({ id }) => id === contestId).map(asCallContest)[0];
}

function asCallContest(contest: ContestView): CallContest {
  const { id, electionId, bodyKey, title, description, seats, rules, staying } = contest;
  return {
    id,
    electionId,
    bodyKey: bodyKey ?? "other",
    title,
    description,
    seats,
    rules: { ...rulesWithoutBody, ...((rules ?? {}) as Partial<CallRules>) },
    staying: readStayingHolders(staying),
  };
}
