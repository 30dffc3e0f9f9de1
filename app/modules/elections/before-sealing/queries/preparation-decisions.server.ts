// What two people decided about an election before its box was sealed, for everybody; the oldest first.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { PreparationDecision } from "../domain/preparation-decision.ts";
import { readPreparationDecision } from "../domain/preparation-decision.ts";

export type PreparationDecisionView = PreparationDecision & {
  readonly id: string;
  readonly reason: string;
  readonly proposedByName: string;
  readonly approvedByName: string;
  readonly decidedAt: string;
};

export async function listPreparationDecisions(
  context: ReadingContext,
  electionId: string,
): Promise<PreparationDecisionView[]> {
  const rows = await context.database.preparationDecision.findMany({
    where: { electionId },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, reason, proposedByName, approvedByName, decidedAt, ...row }) => ({
    ...readPreparationDecision(row),
    ...{ id, reason, proposedByName, approvedByName, decidedAt: decidedAt.toISOString() },
  }));
}
