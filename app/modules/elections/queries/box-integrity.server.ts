// Whether the boxes still prove themselves, from the seal to the official result. Reads everything anew.
import { createHash } from "node:crypto";
import { fastestBackend } from "#app/lib/ballot-protocol/backends/fastest-backend.node.ts";
import { trackerOf, verifyBallot } from "#app/lib/ballot-protocol/index.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { credentialsOf } from "./credentials.server.ts";
import { isStillNeeded } from "./still-needed.server.ts";

export interface BoxProblem {
  readonly what: "BOX_CHAIN_BROKEN" | "BOX_COUNT_DIFFERS" | "BOX_BALLOT_INVALID";
  /** The record, or the ballot, at which it shows. */
  readonly at: number;
}

export interface BoxCheck {
  readonly electionId: string;
  readonly title: Trilingual;
  readonly problem: BoxProblem | undefined;
}

/** Every sealed box, except those whose result is official. */
export async function checkBoxes(context: Context, official: ReadonlySet<string>): Promise<BoxCheck[]> {
  const sealed = await context.database.election.findMany({
    where: { sealedAt: { not: null }, ...isStillNeeded(context) },
    select: boxColumns,
  });
  const boxes = sealed.filter(({ id }) => !official.has(id));
  const checks: BoxCheck[] = [];
  for (const box of boxes) {
    const problem =
      (await findBrokenRecord(context, box)) ??
      (await findCountProblem(context, box)) ??
      (await findInvalidBallot(context, box));
    checks.push({ electionId: box.id, title: box.title as Trilingual, problem });
  }
  return checks;
}

const boxColumns = {
  id: true,
  title: true,
  group: true,
  electionPayload: true,
  recordCount: true,
  eventCount: true,
  lastEventHash: true,
  ballotCount: true,
  countSeries: true,
  boxRecordCount: true,
} as const;

interface Box {
  readonly id: string;
  readonly group: string;
  readonly electionPayload: string | null;
  readonly recordCount: number;
  readonly eventCount: number;
  readonly lastEventHash: string | null;
  readonly ballotCount: number;
  readonly countSeries: number;
  readonly boxRecordCount: number | null;
}

/** The records of the box itself, where something was left out of the count and another series goes on. */
function inBox({ id, recordCount, boxRecordCount }: Box) {
  return { electionId: id, series: 0, position: { lt: boxRecordCount ?? recordCount } };
}

const recordsAtATime = 400;
const latestBallots = 5;

/** One chain of records in the archive, with the end that it must have. */
interface Series {
  readonly series: number;
  readonly records: number;
  readonly end: { readonly hash: string | null; readonly events: number };
}

/** The archive that counts, and where something was left out of it also the whole box that stays published beside it. */
async function findBrokenRecord(context: Context, box: Box): Promise<BoxProblem | undefined> {
  const { countSeries, recordCount: records, lastEventHash: hash, eventCount: events } = box;
  const counted = await walkSeries(context, box, { series: countSeries, records, end: { hash, events } });
  if (counted !== undefined || countSeries === 0) return counted;
  const end = await endWhenClosed(context, box);
  return walkSeries(context, box, { series: 0, records: box.boxRecordCount ?? 0, end });
}

/** What the log says of the box at its closing: the one word about it that nobody can change together with the records. */
async function endWhenClosed(context: Context, { id, ballotCount }: Box): Promise<Series["end"]> {
  const [closed] = await listAuditEntries(context, { subjectId: id, action: "elections:closed", limit: 1 });
  const hash = closed?.details["lastEventHash"];
  // Why two more: the setup and the end.
  return { hash: typeof hash === "string" ? hash : null, events: ballotCount + 2 };
}

/** Walks a series up to what it should have: every hash, and every event's parent and height. */
async function walkSeries(
  context: Context,
  { id: electionId }: Box,
  { series, records, end }: Series,
): Promise<BoxProblem | undefined> {
  let parent: string | undefined;
  let height = -1;
  for (let start = 0; start < records; start += recordsAtATime) {
    const rows = await context.database.archiveRecord.findMany({
      where: { electionId, series, position: { gte: start, lt: Math.min(start + recordsAtATime, records) } },
      orderBy: { position: "asc" },
    });
    for (const [offset, row] of rows.entries()) {
      const at = start + offset;
      const isWhole = row.position === at && createHash("sha256").update(row.body).digest("hex") === row.hash;
      if (!isWhole) return { what: "BOX_CHAIN_BROKEN", at };
      if (row.kind !== "event") continue;
      const event = JSON.parse(row.body) as { parent?: string; height: number };
      if (event.parent !== parent || event.height !== height + 1) return { what: "BOX_CHAIN_BROKEN", at };
      parent = row.hash;
      height = event.height;
    }
  }
  const isAtEnd = (parent ?? null) === end.hash && height + 1 === end.events;
  return isAtEnd ? undefined : { what: "BOX_CHAIN_BROKEN", at: records };
}

async function findCountProblem(context: Context, box: Box): Promise<BoxProblem | undefined> {
  // Why only up to the count that was read: ballots arrive while we look.
  const where = { electionId: box.id, position: { lte: box.ballotCount } };
  const listed = await context.database.ballot.count({ where });
  const inArchive = await context.database.archiveRecord.count({
    where: { ...inBox(box), eventType: "Ballot" },
  });
  return listed === box.ballotCount && inArchive === box.ballotCount
    ? undefined
    : { what: "BOX_COUNT_DIFFERS", at: Math.min(listed, inArchive) };
}

/** Verifies the newest ballots whole, and that the public list names them. */
async function findInvalidBallot(context: Context, box: Box): Promise<BoxProblem | undefined> {
  const events = await context.database.archiveRecord.findMany({
    where: { ...inBox(box), eventType: "Ballot" },
    orderBy: { position: "desc" },
    take: latestBallots,
  });
  if (events.length === 0) return undefined;
  const credentials = await credentialsOf(context, box);
  for (const [back, event] of events.entries()) {
    const at = box.ballotCount - back;
    const ballot = await context.database.archiveRecord.findUnique({
      where: {
        electionId_series_position: { electionId: box.id, series: 0, position: event.position - 1 },
      },
    });
    const line = await context.database.ballot.findUnique({
      where: { electionId_position: { electionId: box.id, position: at } },
    });
    const report = verifyBallot({
      electionPayload: box.electionPayload ?? "",
      credentials,
      ballot: ballot?.body ?? "",
      backend: fastestBackend,
    });
    const isListed =
      line?.tracker === trackerOf(ballot?.body ?? "") &&
      line.credential === report.publicCredential &&
      line.weight === report.weight;
    if (report.verdict === "invalid" || !isListed) return { what: "BOX_BALLOT_INVALID", at };
  }
  return undefined;
}
