// The result of an election as it stands in its archive. There is nothing to read before the trustees opened the sum.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Tally } from "../domain/tally-view.ts";
import { shareInHundredths, tallyOf } from "../domain/tally-view.ts";
import { onRoll } from "./roll-tree.server.ts";

/** What one contest came to. */
export interface ContestResult extends Tally {
  readonly contestId: string;
  /** The contest's place on the ballot. */
  readonly position: number;
}

export interface ElectionResult {
  /** In the order of the ballot. */
  readonly contests: readonly ContestResult[];
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
  const election = await context.database.election.findUnique({
    where: { id: electionId },
    include: { contests: { where: { droppedAt: null }, orderBy: { position: "asc" } } },
  });
  if (!election?.resultPayload) return undefined;
  const { result } = JSON.parse(election.resultPayload) as { result: (number | string)[][] };
  const roll = await context.database.rollEntry.aggregate({
    where: { electionId, ...onRoll },
    _count: true,
    _sum: { votes: true },
  });
  const votedOrganizations = election.countedBallots ?? 0;
  const votesCast = election.countedWeight ?? 0;
  const votesEntitled = roll._sum.votes ?? 0;
  return {
    contests: election.contests.map(({ id, position, allowsBlank }) => ({
      contestId: id,
      position,
      ...tallyOf((result[position] ?? []).map(Number), allowsBlank),
    })),
    votedOrganizations,
    entitledOrganizations: roll._count,
    votesCast,
    votesEntitled,
    turnoutOfOrganizations: shareInHundredths(votedOrganizations, roll._count),
    turnoutOfVotes: shareInHundredths(votesCast, votesEntitled),
  };
}
