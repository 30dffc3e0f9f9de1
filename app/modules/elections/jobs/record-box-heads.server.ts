// Writes the end of a growing box into the log, so that the box is anchored where witnesses sign. At most once in a quarter of
// an hour. Privacy: a line for each minute would stand beside the sign-ins of that minute, and there may be only one.
import { addMinutes } from "date-fns";
import type { Result } from "#app/lib/result/index.ts";
import { expectOk, ok } from "#app/lib/result/index.ts";
import { listAuditEntries, recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin, Ground } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";

const action = "elections:box-head";

/** Answers the ids of the elections whose box had grown. Privacy: a count and a hash that the public archive has too; nobody is named. */
export async function recordBoxHeads(ground: Ground): Promise<string[]> {
  const context = withActor(ground, { kind: "system", name: "ballot box" });
  const open = await ground.database.election.findMany({
    where: { sealedAt: { not: null }, closedAt: null, cancelledAt: null, ballotCount: { gt: 0 } },
    select: { id: true },
  });
  const grown: string[] = [];
  for (const { id } of open) {
    if (expectOk(await inTransaction(context, (within) => recordHead(within, id)))) grown.push(id);
  }
  return grown;
}

async function recordHead(within: ContextWithin, electionId: string): Promise<Result<boolean, never>> {
  const { ballotCount, lastEventHash } = await within.database.election.findUniqueOrThrow({
    where: { id: electionId },
    select: { ballotCount: true, lastEventHash: true },
  });
  const [last] = await listAuditEntries(within, { subjectId: electionId, action, limit: 1 });
  if (last?.details["lastEventHash"] === lastEventHash) return ok(false);
  if (last !== undefined && within.clock.now() < addMinutes(new Date(last.at), 15)) return ok(false);
  await recordAudit(within, {
    action,
    subjectType: "election",
    subjectId: electionId,
    details: { ballots: ballotCount, lastEventHash },
  });
  return ok(true);
}
