// Appends records to an election's public archive. There is no command that changes or removes one.
import type { ArchiveRecord, ChainPosition, ChainStep } from "#app/lib/ballot-protocol/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { LockedBox } from "./lock-election.server.ts";

/** Where the chain of events ends now. Throws before the box is sealed, when there is no chain. */
export function chainPositionOf(election: Pick<LockedBox, "lastEventHash" | "eventCount">): ChainPosition {
  if (election.lastEventHash === null) throw new Error("the box is not sealed, so its archive has no event yet");
  return { hash: election.lastEventHash, height: election.eventCount - 1 };
}

/** Writes the records of one step and moves the end of the chain. The election must be locked. */
export async function appendToArchive(
  within: ContextWithin,
  election: Pick<LockedBox, "id" | "recordCount" | "countSeries">,
  step: ChainStep,
): Promise<void> {
  await within.database.archiveRecord.createMany({
    data: recordRows(election, step.records),
  });
  await within.database.election.update({
    where: { id: election.id },
    data: {
      recordCount: election.recordCount + step.records.length,
      eventCount: step.position.height + 1,
      lastEventHash: step.position.hash,
    },
  });
}

/** The rows of records that follow those which the election has. */
export function recordRows(
  election: Pick<LockedBox, "id" | "recordCount" | "countSeries">,
  records: readonly ArchiveRecord[],
) {
  return records.map((record, offset) => ({
    electionId: election.id,
    series: election.countSeries,
    position: election.recordCount + offset,
    kind: kindOf(record),
    eventType: eventTypeOf(record),
    hash: record.hash,
    body: record.body,
  }));
}

function kindOf(record: ArchiveRecord): "data" | "event" {
  return record.name.endsWith(".event.json") ? "event" : "data";
}

function eventTypeOf(record: ArchiveRecord): string | null {
  if (kindOf(record) === "data") return null;
  return (JSON.parse(record.body) as { type: string }).type;
}
