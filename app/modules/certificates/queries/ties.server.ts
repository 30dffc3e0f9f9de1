// The draws that were announced and the ties that were decided, as the bundle has them.
import type { DrawDocument, TieDocument } from "#app/lib/audit-bundle/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { readDrawForm, readPlaces, readRunoff, readTieMethod } from "../domain/tie-rows.ts";

/** In the order in which they were announced. */
export async function listDraws(context: ReadingContext, electionId: string): Promise<DrawDocument[]> {
  const rows = await context.database.drawAnnouncement.findMany({
    where: { electionId },
    orderBy: [{ announcedAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    contest: row.contestPosition,
    candidates: readPlaces(row.candidates),
    result: row.result,
    source: row.source,
    form: readDrawForm(row.formKind, row.formLength),
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
    method: readTieMethod(row.method),
    order: readPlaces(row.order),
    decidedOn: row.decidedOn,
    account: row.account,
    value: row.value,
    runoff: readRunoff(row.runoff),
    enteredBy: row.enteredBy,
    approvedBy: row.approvedBy,
  }));
}
