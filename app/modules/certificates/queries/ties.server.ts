// The draws that were announced and the ties that were decided, as the bundle has them; and the ties that are open now.
import type { DrawDocument, RunoffDocument, TieDocument } from "#app/lib/audit-bundle/index.ts";
import { candidateKey, drawOfTie } from "#app/lib/audit-bundle/index.ts";
import type { DrawForm, OpenTie } from "#app/lib/seat-count/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Evidence } from "./evidence.server.ts";

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

interface TiedGroup {
  readonly contest: number;
  /** Candidates' positions, in whatever order. */
  readonly order: readonly number[];
}

/** The open tie of exactly these candidates. */
export function findOpenTie(
  { documents }: Evidence,
  { contest, order }: TiedGroup,
  rule: OpenTie["rule"],
): OpenTie | undefined {
  const open = documents["count.json"].contests.find(({ position }) => position === contest)?.ties ?? [];
  const keys = order.map(candidateKey).sort().join();
  return open.find((tie) => tie.rule === rule && [...tie.candidates].sort().join() === keys);
}

/** The draw that is announced for these candidates and this result. */
export function findDraw({ documents }: Evidence, group: TiedGroup, result: string | null): DrawDocument | undefined {
  const draw = drawOfTie({ ...group }, documents["decisions.json"].draws);
  return draw?.result === result ? draw : undefined;
}

/** Their names, in the order in which they are given. */
export function namesOf({ documents }: Evidence, { contest, order }: TiedGroup): string[] {
  const standing = documents["candidates.json"].candidates.filter((one) => one.contest === contest);
  return order.map((place) => standing.find(({ position }) => position === place)?.name ?? String(place));
}
