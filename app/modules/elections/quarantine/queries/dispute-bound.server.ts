// Could the disputed mandates and ballots change the result? Contest by contest, from the published totals and the public weights.
import { boundOfContest } from "#app/lib/audit-bundle/index.ts";
import type { ChangeBound } from "#app/lib/seat-count/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { findElection } from "../../queries/elections.server.ts";
import { findResult } from "../../queries/result.server.ts";
import { countSeatsOf, votesByOption } from "./seats-counted.server.ts";

export interface ContestBound extends ChangeBound {
  readonly contestId: string;
  readonly position: number;
}

/** Empty before the result, and where nothing was disputed. */
export async function findDisputeBounds(context: ReadingContext, electionId: string): Promise<ContestBound[]> {
  const [election, result] = await Promise.all([findElection(context, electionId), findResult(context, electionId)]);
  if (election === undefined || result === undefined) return [];
  const swing = await disputedSwing(context, electionId);
  if (swing === undefined) return [];
  const counts = countSeatsOf(election, result);
  return result.contests.map(({ contestId, position, lines }) => {
    const contest = election.contests.find(({ id }) => id === contestId);
    const votes = votesByOption(lines);
    const count = counts.find((one) => one.position === position);
    const isQuestion = contest?.kind === "question";
    return { contestId, position, ...boundOfContest(isQuestion ? undefined : count, votes, swing) };
  });
}

/** The votes by which all disputed ballots together could move one candidate against another; undefined without a dispute. */
async function disputedSwing(context: ReadingContext, electionId: string): Promise<number | undefined> {
  const disputes = await context.database.dispute.findMany({ where: { electionId, state: { not: "open" } } });
  if (disputes.length === 0) return undefined;
  let swing = 0;
  const mandates = [...new Set(disputes.flatMap(({ rollEntryId }) => rollEntryId ?? []))];
  // Privacy: all its votes, voted or not. A bound that told the two apart would tell everybody who voted, and would change with erasure.
  for (const id of mandates) {
    const entry = await context.database.rollEntry.findUnique({ where: { id }, select: { votes: true } });
    swing += entry?.votes ?? 0;
  }
  const trackers = [...new Set(disputes.flatMap(({ tracker }) => tracker ?? []))];
  for (const tracker of trackers) swing += await swingOfBallot(context, electionId, tracker);
  return swing;
}

/** A ballot that a later one replaced weighs nothing; one that itself replaced an earlier one weighs twice, because the earlier takes its place. */
async function swingOfBallot(context: ReadingContext, electionId: string, tracker: string): Promise<number> {
  const ballot = await context.database.ballot.findUnique({ where: { electionId_tracker: { electionId, tracker } } });
  if (ballot === null) return 0;
  const { credential, position, weight } = ballot;
  const [later, earlier] = await Promise.all([
    context.database.ballot.count({ where: { electionId, credential, position: { gt: position } } }),
    context.database.ballot.count({ where: { electionId, credential, position: { lt: position } } }),
  ]);
  if (later > 0) return 0;
  return earlier > 0 ? 2 * weight : weight;
}
