// The public archive of an election, byte by byte, as it stands now: anyone may download and verify it at any time.
import { archiveHeaderRecord, recordBytes } from "#app/lib/ballot-protocol/index.ts";
import type { ArchiveRecord } from "#app/lib/ballot-protocol/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

const recordsAtATime = 400;

/**
 * The archive in pieces; undefined when the box has not been sealed. Where something was left out by decision it is the archive
 * that counts; `isBox` asks for the whole box up to its closing instead.
 */
export async function streamArchive(
  context: ReadingContext,
  electionId: string,
  { isBox = false }: { readonly isBox?: boolean } = {},
): Promise<AsyncGenerator<Uint8Array> | undefined> {
  const election = await context.database.election.findUnique({ where: { id: electionId } });
  if (!election?.archiveTimestamp) return undefined;
  // Why the count is fixed first: ballots that arrive during the download belong to the next one.
  const { archiveTimestamp: timestamp, countSeries, recordCount, boxRecordCount } = election;
  const box = { series: 0, recordCount: boxRecordCount ?? recordCount };
  return archivePieces(context, electionId, timestamp, isBox ? box : { series: countSeries, recordCount });
}

async function* archivePieces(
  context: ReadingContext,
  electionId: string,
  timestamp: string,
  { series, recordCount }: { readonly series: number; readonly recordCount: number },
) {
  yield recordBytes(timestamp, [archiveHeaderRecord(timestamp)]);
  for (let position = 0; position < recordCount; position += recordsAtATime) {
    const rows = await context.database.archiveRecord.findMany({
      where: { electionId, series, position: { gte: position, lt: Math.min(position + recordsAtATime, recordCount) } },
      orderBy: { position: "asc" },
    });
    yield recordBytes(timestamp, rows.map(recordOf));
  }
}

function recordOf(row: { readonly hash: string; readonly kind: string; readonly body: string }): ArchiveRecord {
  return { name: `${row.hash}.${row.kind === "event" ? "event" : "data"}.json`, body: row.body, hash: row.hash };
}

/** The whole archive at once, for the command line and the tests. */
export async function readWholeArchive(
  context: ReadingContext,
  electionId: string,
  which: { readonly isBox?: boolean } = {},
): Promise<Uint8Array | undefined> {
  const pieces = await streamArchive(context, electionId, which);
  if (pieces === undefined) return undefined;
  const collected: Uint8Array[] = [];
  for await (const piece of pieces) collected.push(piece);
  return new Uint8Array(Buffer.concat(collected));
}
