// How many have voted so far, and with how many votes. Nothing about what they voted is known to anybody.
import type { ReadingContext } from "#app/platform/context.server.ts";

export interface Turnout {
  readonly organizations: number;
  readonly votes: number;
}

/** The turnout of an election at this moment. */
export async function countTurnout(context: ReadingContext, electionId: string): Promise<Turnout> {
  const voted = await context.database.rollEntry.aggregate({
    where: { electionId, hasVoted: true },
    _count: true,
    _sum: { votes: true },
  });
  return { organizations: voted._count, votes: voted._sum.votes ?? 0 };
}
