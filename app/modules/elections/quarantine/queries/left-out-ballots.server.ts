// The ballots that decisions leave out of the count.
import type { ReadingContext } from "#app/platform/context.server.ts";

/** The trackers of every ballot that a decision leaves out: itself, or all ballots of a mandate's credential. */
export async function leftOutBallots(context: ReadingContext, electionId: string): Promise<Set<string>> {
  const excluded = await context.database.dispute.findMany({ where: { electionId, state: "excluded" } });
  const credentials = excluded.flatMap(({ credential }) => (credential ? [credential] : []));
  const ofMandates = await context.database.ballot.findMany({
    where: { electionId, credential: { in: credentials } },
    select: { tracker: true },
  });
  return new Set([...excluded.flatMap(({ tracker }) => tracker ?? []), ...ofMandates.map(({ tracker }) => tracker)]);
}
