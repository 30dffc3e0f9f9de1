// Where one election stands at this moment, cheap enough to be asked by every open booth every minute.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { ElectionPhase } from "../domain/phase.ts";
import { phaseOf } from "../domain/phase.ts";

export interface PhaseNow {
  readonly phase: ElectionPhase;
  /** How many ballots the public box holds. */
  readonly ballots: number;
}

/** Undefined when there is no such election. */
export async function findPhase(context: ReadingContext, electionId: string): Promise<PhaseNow | undefined> {
  const facts = await context.database.election.findUnique({
    where: { id: electionId },
    select: {
      ...{ rollFrozenAt: true, sealedAt: true, opensAt: true, closesAt: true, closedAt: true, resultAt: true },
      cancelledAt: true,
      ballotCount: true,
    },
  });
  return facts === null ? undefined : { phase: phaseOf(facts, context.clock.now()), ballots: facts.ballotCount };
}
