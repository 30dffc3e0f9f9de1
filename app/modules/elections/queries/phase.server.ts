// Where one election stands at this moment, cheap enough to be asked by every open booth every minute.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { ElectionPhase } from "../domain/phase.ts";
import { phaseOf } from "../domain/phase.ts";

/** The phase, or undefined when there is no such election. */
export async function findPhase(context: ReadingContext, electionId: string): Promise<ElectionPhase | undefined> {
  const facts = await context.database.election.findUnique({
    where: { id: electionId },
    select: { rollFrozenAt: true, sealedAt: true, opensAt: true, closesAt: true, closedAt: true, resultAt: true },
  });
  return facts === null ? undefined : phaseOf(facts, context.clock.now());
}
