// Closes the box at the closing instant and adds up the encrypted ballots. Nobody asks for it: time does.
// Why two steps: the end of voting must be written at once, however long the adding takes.
import { fastestBackend } from "#app/lib/ballot-protocol/backends/fastest-backend.node.ts";
import { computeEncryptedTally, encryptedTallyRecords, endBallotsRecords } from "#app/lib/ballot-protocol/index.ts";
import { ok } from "#app/lib/result/index.ts";
import type { Result } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context, Ground } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import { isDueToClose } from "../domain/phase.ts";
import { appendToArchive, chainPositionOf } from "./append-to-archive.server.ts";
import { lockElection } from "./lock-election.server.ts";

/** Closes and tallies one election if its time has come; does nothing otherwise, however often it is called. */
export async function closeElectionWhenDue(
  ground: Ground,
  { electionId }: { readonly electionId: string },
): Promise<boolean> {
  const context = withActor(ground, { kind: "system", name: "closing instant" });
  const ended = await endBallots(context, electionId);
  if (ended.ok) await addUpBallots(context, electionId);
  return ended.ok;
}

type NotDue = { readonly code: "NOT_DUE" };

async function endBallots(context: Context, electionId: string): Promise<Result<void, NotDue>> {
  const found = await context.database.election.findUniqueOrThrow({ where: { id: electionId } });
  if (found.cancelledAt !== null) return { ok: false, error: { code: "NOT_DUE" } };
  if (found.closedAt !== null)
    return found.encryptedTally === null ? ok(undefined) : { ok: false, error: { code: "NOT_DUE" } };
  if (!isDueToClose(found, context.clock.now())) return { ok: false, error: { code: "NOT_DUE" } };
  return inTransaction<Result<void, NotDue>>(context, async (within) => {
    const election = await lockElection(within, electionId);
    if (!isDueToClose(election, within.clock.now())) return { ok: false, error: { code: "NOT_DUE" } };
    const end = endBallotsRecords(chainPositionOf(election));
    // Why the hash: whatever is counted afterwards is held against the box that was closed here (app/lib/audit-bundle/checks/log.ts).
    await recordAudit(within, {
      action: "elections:closed",
      subjectType: "election",
      subjectId: electionId,
      details: { ballots: election.ballotCount, lastEventHash: end.position.hash },
    });
    await appendToArchive(within, election, end);
    await within.database.election.update({ where: { id: electionId }, data: { closedAt: within.clock.now() } });
    // Privacy: PostgreSQL keeps beside each row which transaction wrote it; writing every entry again takes that trace of the
    // transaction in which it voted away.
    await within.database.rollEntry.updateMany({ where: { electionId }, data: { electionId } });
    return ok(undefined);
  });
}

async function addUpBallots(context: Context, electionId: string): Promise<void> {
  const election = await context.database.election.findUniqueOrThrow({ where: { id: electionId } });
  const tally = computeEncryptedTally({
    electionPayload: election.electionPayload ?? "",
    credentialsPayload: election.credentialsPayload ?? "",
    ballots: await ballotsInOrder(context, election),
    backend: fastestBackend,
  });
  await inTransaction(context, async (within) => {
    const locked = await lockElection(within, electionId);
    // Why: another process may have been as quick; the box is added up once. Or a decision may have begun another count.
    if (locked.cancelledAt !== null) return ok(undefined);
    if (locked.encryptedTally !== null || locked.countSeries !== election.countSeries) return ok(undefined);
    await recordAudit(within, {
      action: "elections:ballots-added-up",
      subjectType: "election",
      subjectId: electionId,
      details: { counted: tally.numTallied, weight: tally.totalWeight },
    });
    await appendToArchive(within, locked, encryptedTallyRecords(chainPositionOf(locked), tally));
    await within.database.election.update({
      where: { id: electionId },
      data: {
        encryptedTally: tally.encryptedTally,
        countedBallots: tally.numTallied,
        countedWeight: tally.totalWeight,
      },
    });
    return ok(undefined);
  });
}

/** Every ballot in the order of the box: the data record before each Ballot event. */
async function ballotsInOrder(
  context: Context,
  { id: electionId, countSeries: series }: { readonly id: string; readonly countSeries: number },
): Promise<string[]> {
  const records = await context.database.archiveRecord.findMany({
    where: { electionId, series },
    orderBy: { position: "asc" },
    select: { eventType: true, body: true },
  });
  return records.flatMap((record, index) => (record.eventType === "Ballot" ? [records[index - 1]?.body ?? ""] : []));
}
