// Loads an election for change: whoever else wants to change it waits until this transaction is over.
import { takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin, ReadingContext } from "#app/platform/context.server.ts";

/**
 * The writers' lock of the log comes first, whatever the caller does: one order for all, so that on PostgreSQL no two writers wait for each other.
 * The election with its trustees, contests and candidates in order. Throws when there is none: the caller had its id from us.
 */
export async function lockElection(within: ContextWithin, electionId: string) {
  await takeWritersLock(within);
  // Why an update that changes nothing: it takes the row's lock on PostgreSQL and the writer's lock on SQLite.
  await within.database.election.update({ where: { id: electionId }, data: { id: electionId } });
  return readElection(within, electionId);
}

/** The same without the lock, for who only says what would change. Contests that were taken out of the vote are not among them. */
export function readElection(context: ReadingContext, electionId: string) {
  return context.database.election.findUniqueOrThrow({
    where: { id: electionId },
    include: {
      trustees: { orderBy: { index: "asc" } },
      contests: {
        where: { droppedAt: null },
        orderBy: { position: "asc" },
        include: { candidates: { orderBy: { position: "asc" } } },
      },
    },
  });
}

export type LockedElection = Awaited<ReturnType<typeof lockElection>>;

const boxColumns = {
  id: true,
  title: true,
  isTest: true,
  rollFrozenAt: true,
  sealedAt: true,
  credentialAuthorityId: true,
  opensAt: true,
  closesAt: true,
  closedAt: true,
  resultAt: true,
  cancelledAt: true,
  recordCount: true,
  countSeries: true,
  eventCount: true,
  lastEventHash: true,
  ballotCount: true,
} as const;

/** The same for one ballot more, without the log, in which no ballot is told; whoever writes there takes its lock before. Only what the box needs, because the credentials of a large roll are megabytes. */
export async function lockBox(within: ContextWithin, electionId: string) {
  return within.database.election.update({ where: { id: electionId }, data: { id: electionId }, select: boxColumns });
}

export type LockedBox = Awaited<ReturnType<typeof lockBox>>;
