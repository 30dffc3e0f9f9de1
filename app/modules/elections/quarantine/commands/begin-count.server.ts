// Begins a new count: the same setup and the box's ballots in their order without what was left out by decision, as a standard
// archive of its own. The whole box stays published beside it, so that anybody can see that nothing else is missing.
import type { ArchiveRecord, ChainStep } from "#app/lib/ballot-protocol/index.ts";
import { ballotRecords, endBallotsRecords, setupRecords } from "#app/lib/ballot-protocol/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok } from "#app/lib/result/index.ts";
import { recordRows } from "../../commands/append-to-archive.server.ts";
import type { LockedElection } from "../../commands/lock-election.server.ts";
import { leftOutBallots } from "../queries/left-out-ballots.server.ts";
import { requireEnoughVoters } from "../queries/voters-left.server.ts";

const rowsPerStatement = 200;

/** The election must be locked and closed, the decision written. The sum is added up by the job that closes elections. */
export async function beginCount(
  within: ContextWithin,
  election: LockedElection,
): Promise<Result<void, Refusal<"TOO_FEW_VOTERS_LEFT">>> {
  const { id: electionId } = election;
  const enough = await requireEnoughVoters(within, electionId);
  if (!enough.ok) return enough;
  const countSeries = election.countSeries + 1;
  const leftOut = await leftOutBallots(within, electionId);
  await recordAudit(within, {
    action: "elections:count-begun",
    subjectType: "election",
    subjectId: electionId,
    details: { series: countSeries, leftOut: [...leftOut] },
  });
  const box = await within.database.archiveRecord.findMany({
    where: { electionId, series: 0 },
    orderBy: { position: "asc" },
    select: { position: true, eventType: true, body: true },
  });
  const ballots = box.flatMap(({ eventType }, index) => (eventType === "Ballot" ? [box[index - 1]?.body ?? ""] : []));
  const trackers = await trackersInOrder(within, electionId);
  const kept = ballots.filter((_, index) => !leftOut.has(trackers[index] ?? ""));
  const { records, last } = chainOf(election, kept);
  const rows = recordRows({ id: electionId, recordCount: 0, countSeries }, records);
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await within.database.archiveRecord.createMany({ data: rows.slice(start, start + rowsPerStatement) });
  }
  const end = box.find(({ eventType }) => eventType === "EndBallots");
  await within.database.election.update({
    where: { id: electionId },
    data: {
      countSeries,
      boxRecordCount: (end?.position ?? box.length - 1) + 1,
      recordCount: records.length,
      eventCount: last.position.height + 1,
      lastEventHash: last.position.hash,
      encryptedTally: null,
      countedBallots: null,
      countedWeight: null,
    },
  });
  return ok(undefined);
}

function chainOf(election: LockedElection, ballots: readonly string[]): { records: ArchiveRecord[]; last: ChainStep } {
  let last = setupRecords({
    election: election.electionPayload ?? "",
    trustees: election.trusteesPayload ?? "",
    credentials: election.credentialsPayload ?? "",
  });
  const records = [...last.records];
  for (const ballot of ballots) {
    last = ballotRecords(last.position, ballot);
    records.push(...last.records);
  }
  last = endBallotsRecords(last.position);
  records.push(...last.records);
  return { records, last };
}

async function trackersInOrder(within: ContextWithin, electionId: string): Promise<string[]> {
  const ballots = await within.database.ballot.findMany({
    where: { electionId },
    orderBy: { position: "asc" },
    select: { tracker: true },
  });
  return ballots.map(({ tracker }) => tracker);
}
