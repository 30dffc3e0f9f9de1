// Takes a contest for which nobody stands out of a joint election, so that the others can be voted on. Nobody takes out the last one: a vote
// on nothing is none. Source: domain facts §2.3 (joint calls); bylaws leave the seats vacant until the next call.
import { ok, refuse } from "#app/lib/result/index.ts";
import { requireStage } from "#app/modules/calendars/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { LockedElection } from "../../commands/lock-election.server.ts";
import type { ActBeforeSealing } from "./decide-before-sealing.server.ts";
import { actBeforeSealing } from "./decide-before-sealing.server.ts";

export type ContestToDrop = { readonly contestId: string };

/** Above the positions of all that are voted on. */
const positionsOfDropped = 1000;

export const dropContest: ActBeforeSealing<ContestToDrop> = {
  kind: "elections:drop-contest",
  decision: "contest-dropped",
  async judge(context, election, { contestId }) {
    const contest = election.contests.find(({ id }) => id === contestId);
    if (contest === undefined) return refuse("CONTEST_UNKNOWN");
    if (election.contests.length === 1) return refuse("LAST_CONTEST");
    if (contest.kind === "question" || contest.candidates.length > 0) return refuse("CONTEST_CAN_BE_VOTED_ON");
    const mayNow = await requireStage(context, election.id, "candidates-publication", context.clock.now());
    if (!mayNow.ok) return mayNow;
    return ok({
      changes: [
        { field: "contest", before: contest.title, after: null },
        { field: "seats", before: contest.seats, after: 0 },
      ],
      subject: { contest: contest.title, contestId },
    });
  },
  write: takeOut,
};

export const dropContestAct = actBeforeSealing(dropContest);

/** The contest keeps its row, for its candidacies; those behind it move up, because positions are the questions of the archive. */
async function takeOut(within: ContextWithin, election: LockedElection, { contestId }: ContestToDrop): Promise<void> {
  const dropped = election.contests.find(({ id }) => id === contestId);
  if (dropped === undefined) return;
  const earlier = await within.database.contest.count({
    where: { electionId: election.id, droppedAt: { not: null } },
  });
  await within.database.contest.update({
    where: { id: contestId },
    data: { droppedAt: within.clock.now(), position: positionsOfDropped + earlier },
  });
  for (const { id, position } of election.contests.filter((contest) => contest.position > dropped.position))
    await within.database.contest.update({ where: { id }, data: { position: position - 1 } });
}
