// The whole public list of the box, for a browser that looks for ballots itself and tells us nothing of what it looks for.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { ListedBallot } from "../domain/ballots-of-code.ts";

export interface BoxList {
  readonly group: string;
  readonly electionPayload: string;
  readonly credentials: readonly string[];
  readonly ballots: readonly ListedBallot[];
  /** The hash of the archive's last event: what the answer is about. */
  readonly lastEventHash: string;
}

/** Undefined while the box is not sealed. */
export async function findBoxList(context: ReadingContext, electionId: string): Promise<BoxList | undefined> {
  const election = await context.database.election.findUnique({
    where: { id: electionId },
    select: { group: true, electionPayload: true, credentialsPayload: true, lastEventHash: true, sealedAt: true },
  });
  if (!election?.sealedAt) return undefined;
  const ballots = await context.database.ballot.findMany({
    where: { electionId },
    orderBy: { position: "asc" },
    select: { position: true, tracker: true, credential: true },
  });
  return {
    group: election.group,
    electionPayload: election.electionPayload ?? "",
    credentials: JSON.parse(election.credentialsPayload ?? "[]") as string[],
    ballots,
    lastEventHash: election.lastEventHash ?? "",
  };
}
