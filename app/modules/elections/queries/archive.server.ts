// The public archive of an election, byte by byte, as it stands now: anyone may download and verify it at any time.
import { archiveHeaderRecord, recordBytes } from "#app/lib/ballot-protocol/index.ts";
import type { ArchiveRecord } from "#app/lib/ballot-protocol/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

const recordsAtATime = 400;

/** The archive in pieces; undefined when the box has not been sealed. */
export async function streamArchive(
  context: ReadingContext,
  electionId: string,
): Promise<AsyncGenerator<Uint8Array> | undefined> {
  const election = await context.database.election.findUnique({ where: { id: electionId } });
  if (!election?.archiveTimestamp) return undefined;
  // Why the count is fixed first: ballots that arrive during the download belong to the next one.
  return archivePieces(context, electionId, election.archiveTimestamp, election.recordCount);
}

async function* archivePieces(context: ReadingContext, electionId: string, timestamp: string, recordCount: number) {
  yield recordBytes(timestamp, [archiveHeaderRecord(timestamp)]);
  for (let position = 0; position < recordCount; position += recordsAtATime) {
    const rows = await context.database.archiveRecord.findMany({
      where: { electionId, position: { gte: position, lt: Math.min(position + recordsAtATime, recordCount) } },
      orderBy: { position: "asc" },
    });
    yield recordBytes(timestamp, rows.map(recordOf));
  }
}

function recordOf(row: { readonly hash: string; readonly kind: string; readonly body: string }): ArchiveRecord {
  return { name: `${row.hash}.${row.kind === "event" ? "event" : "data"}.json`, body: row.body, hash: row.hash };
}

/** The whole archive at once, for the command line and the tests. */
export async function readWholeArchive(context: ReadingContext, electionId: string): Promise<Uint8Array | undefined> {
  const pieces = await streamArchive(context, electionId);
  if (pieces === undefined) return undefined;
  const collected: Uint8Array[] = [];
  for await (const piece of pieces) collected.push(piece);
  return new Uint8Array(Buffer.concat(collected));
}
