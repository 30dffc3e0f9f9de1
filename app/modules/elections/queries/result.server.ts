// The result of an election as it stands in its archive. There is nothing to read before the trustees opened the sum.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { TallyLine } from "../domain/tally-view.ts";
import { shareInHundredths, tallyLines } from "../domain/tally-view.ts";

export interface ElectionResult {
  readonly lines: readonly TallyLine[];
  /** Votes marked in all, blank included. */
  readonly totalMarks: number;
  readonly votedOrganizations: number;
  readonly entitledOrganizations: number;
  readonly votesCast: number;
  readonly votesEntitled: number;
  /** Hundredths of a per cent. */
  readonly turnoutOfOrganizations: number;
  readonly turnoutOfVotes: number;
}

/** Undefined until the result is published. */
export async function findResult(context: ReadingContext, electionId: string): Promise<ElectionResult | undefined> {
  const election = await context.database.election.findUnique({ where: { id: electionId } });
  if (!election?.resultPayload) return undefined;
  const { result } = JSON.parse(election.resultPayload) as { result: (number | string)[][] };
  const counts = (result[0] ?? []).map(Number);
  const roll = await context.database.rollEntry.aggregate({
    where: { electionId },
    _count: true,
    _sum: { votes: true },
  });
  const votedOrganizations = election.countedBallots ?? 0;
  const votesCast = election.countedWeight ?? 0;
  const votesEntitled = roll._sum.votes ?? 0;
  return {
    lines: tallyLines(counts, election.allowsBlank),
    totalMarks: counts.reduce((sum, count) => sum + count, 0),
    votedOrganizations,
    entitledOrganizations: roll._count,
    votesCast,
    votesEntitled,
    turnoutOfOrganizations: shareInHundredths(votedOrganizations, roll._count),
    turnoutOfVotes: shareInHundredths(votesCast, votesEntitled),
  };
}
