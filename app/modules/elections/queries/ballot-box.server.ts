// The public ballot box: its list of trackers, page by page, and where one tracker stands.
import type { ReadingContext } from "#app/platform/context.server.ts";

export interface BoxLine {
  readonly position: number;
  readonly tracker: string;
  readonly weight: number;
  /** A later ballot of the same credential counts instead of this one. */
  readonly isReplaced: boolean;
}

export interface BoxPage {
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly lines: readonly BoxLine[];
}

export const linesPerPage = 50;

/** One page of the box, the newest ballots first. */
export async function listBallots(
  context: ReadingContext,
  { electionId, page }: { readonly electionId: string; readonly page: number },
): Promise<BoxPage> {
  const total = await context.database.ballot.count({ where: { electionId } });
  const pages = Math.max(1, Math.ceil(total / linesPerPage));
  const shown = Math.min(Math.max(1, page), pages);
  const rows = await context.database.ballot.findMany({
    where: { electionId },
    orderBy: { position: "desc" },
    skip: (shown - 1) * linesPerPage,
    take: linesPerPage,
  });
  return { total, page: shown, pages, lines: await withReplacement(context, electionId, rows) };
}

/** The line of one tracker; undefined when it is not in the box. Spaces around it and padding "=" do not matter. */
export async function findBallot(
  context: ReadingContext,
  { electionId, tracker }: { readonly electionId: string; readonly tracker: string },
): Promise<BoxLine | undefined> {
  const row = await context.database.ballot.findUnique({
    where: { electionId_tracker: { electionId, tracker: tracker.trim().replace(/=+$/, "") } },
  });
  if (row === null) return undefined;
  const [line] = await withReplacement(context, electionId, [row]);
  return line;
}

interface BallotRow {
  readonly position: number;
  readonly tracker: string;
  readonly weight: number;
  readonly credential: string;
}

async function withReplacement(
  context: ReadingContext,
  electionId: string,
  rows: readonly BallotRow[],
): Promise<BoxLine[]> {
  const newest = await context.database.ballot.groupBy({
    by: ["credential"],
    where: { electionId, credential: { in: rows.map((row) => row.credential) } },
    _max: { position: true },
  });
  const newestOf = new Map(newest.map((group) => [group.credential, group._max.position ?? 0]));
  return rows.map((row) => ({
    position: row.position,
    tracker: row.tracker,
    weight: row.weight,
    isReplaced: (newestOf.get(row.credential) ?? 0) > row.position,
  }));
}
