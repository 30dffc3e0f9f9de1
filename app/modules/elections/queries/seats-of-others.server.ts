// What other elections already fill of a body: two that are each within the rules may together fill more seats than fall vacant, or than
// the body renews in a year. Source: bylaws (Board: nine, three renewed a year; commissions: one or two).
import { listTerms } from "#app/modules/bodies/index.server.ts";
import { dayPlus } from "#app/modules/bodies/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { utcDay } from "#app/lib/instants/index.ts";

export interface SeatsOfOthers {
  /** Seats renewed by elections whose terms begin in the same year; what an extraordinary election fills is no renewal. */
  readonly renewed: number;
  /** Seats of elections that are not decided yet, and whose elected will be in office by then. */
  readonly pending: number;
}

/** So long after its terms should have begun an election may still be undecided; one whose terms nobody wrote down does not hold up others for ever. */
const undecidedForDays = 180;

/** Real elections alone, without what was called off or taken out of the vote. */
export async function findSeatsOfOthers(
  context: ReadingContext,
  { bodyKey, begin }: { readonly bodyKey: string; readonly begin: string },
): Promise<SeatsOfOthers> {
  const contests = await context.database.contest.findMany({
    where: { bodyKey, kind: "candidates", droppedAt: null, election: { isTest: false, cancelledAt: null } },
    select: { electionId: true, seats: true, termsBeginOn: true, extraordinaryReason: true },
  });
  const decided = new Set((await listTerms(context, { bodyKey })).map(({ electionId }) => electionId));
  const earliest = dayPlus(utcDay(context.clock.now()), -undecidedForDays);
  const isRenewal = ({ extraordinaryReason }: { readonly extraordinaryReason: string }) => extraordinaryReason === "";
  const inYear = contests.filter(({ termsBeginOn }) => termsBeginOn?.slice(0, 4) === begin.slice(0, 4));
  const pending = contests.filter(
    ({ electionId, termsBeginOn }) =>
      !decided.has(electionId) && termsBeginOn !== null && termsBeginOn <= begin && termsBeginOn >= earliest,
  );
  return { renewed: sum(inYear.filter(isRenewal)), pending: sum(pending) };
}

function sum(contests: readonly { readonly seats: number }[]): number {
  return contests.reduce((seats, contest) => seats + contest.seats, 0);
}
