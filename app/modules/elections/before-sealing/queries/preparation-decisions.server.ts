// What two people decided about an election before its box was sealed, for everybody; the oldest first.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { DecisionKind } from "../domain/decision-kinds.ts";

export interface PreparationDecisionView {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly subject: Readonly<Record<string, Json>>;
  readonly reason: string;
  readonly proposedByName: string;
  readonly approvedByName: string;
  readonly decidedAt: string;
}

export async function listPreparationDecisions(
  context: ReadingContext,
  electionId: string,
): Promise<PreparationDecisionView[]> {
  const rows = await context.database.preparationDecision.findMany({
    where: { electionId },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ electionId: _election, kind, subject, decidedAt, ...row }) => ({
    ...row,
    kind: kind as DecisionKind,
    subject: subject as Record<string, Json>,
    decidedAt: decidedAt.toISOString(),
  }));
}
