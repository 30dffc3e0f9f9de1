// The draws that were announced and the ties that were decided, as the bundle has them.
import type { DrawDocument, RunoffDocument, TieDocument } from "#app/lib/audit-bundle/index.ts";
import type { DrawForm } from "#app/lib/seat-count/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

/** In the order in which they were announced. */
export async function listDraws(context: ReadingContext, electionId: string): Promise<DrawDocument[]> {
  const rows = await context.database.drawAnnouncement.findMany({
    where: { electionId },
    orderBy: [{ announcedAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    contest: row.contestPosition,
    candidates: row.candidates as number[],
    result: row.result,
    source: row.source,
    form: { kind: row.formKind as DrawForm["kind"], length: row.formLength },
    availableAt: row.availableAt.toISOString(),
    announcedAt: row.announcedAt.toISOString(),
    proposedBy: row.proposedBy,
    approvedBy: row.approvedBy,
  }));
}

/** In the order in which they were recorded. */
export async function listTies(context: ReadingContext, electionId: string): Promise<TieDocument[]> {
  const rows = await context.database.tieDecision.findMany({
    where: { electionId },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    contest: row.contestPosition,
    method: row.method as TieDocument["method"],
    order: row.order as number[],
    decidedOn: row.decidedOn,
    account: row.account,
    value: row.value,
    runoff: row.runoff as unknown as RunoffDocument | null,
    enteredBy: row.enteredBy,
    approvedBy: row.approvedBy,
  }));
}
