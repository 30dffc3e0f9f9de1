// Looks for elections whose closing instant has come. Runs every second; safe to run in several processes at once.
import type { Ground } from "#app/platform/context.server.ts";
import { closeElectionWhenDue } from "../commands/close-election.server.ts";

/** Answers the ids of the elections that were closed or added up. */
export async function closeDueElections(ground: Ground): Promise<string[]> {
  const due = await ground.database.election.findMany({
    where: {
      sealedAt: { not: null },
      cancelledAt: null,
      OR: [
        { closedAt: null, closesAt: { lte: ground.clock.now() } },
        { closedAt: { not: null }, encryptedTally: null },
      ],
    },
    select: { id: true },
  });
  const closed: string[] = [];
  for (const { id } of due) if (await closeElectionWhenDue(ground, { electionId: id })) closed.push(id);
  return closed;
}
