// Asks the name servers of delegated zones again, daily to weekly, and does what the rule of lame delegations says: notices, then removal.
import { formatPrefix, prefixOfKey } from "#app/lib/ip-addresses/index.ts";
import { ok } from "#app/lib/result/index.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin, Ground, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import { endDelegations } from "../commands/end-delegations.server.ts";
import type { LameWord } from "../commands/tell-of-lame-servers.server.ts";
import { tellOfLameServers } from "../commands/tell-of-lame-servers.server.ts";
import type { LameDecision } from "../domain/lame-rule.ts";
import { decideAfterCheck } from "../domain/lame-rule.ts";
import { asServerStatus, isOurOwnTrouble } from "../domain/server-status.ts";
import { askServers } from "../queries/ask-servers.server.ts";
import { partFewByStanding } from "../queries/networks-across.server.ts";

/** How many zones a round asks for; what is left is asked for in the next. */
const zonesInRound = 500;

export interface WatchReport {
  readonly zones: number;
  /** Servers that are not authoritative now. */
  readonly lame: number;
  readonly removed: number;
}

/** One round. Safe to run at any time; a zone that is not due is not asked for. */
export async function watchDelegations(ground: Ground): Promise<WatchReport> {
  const context = withActor(ground, { kind: "system", name: "reverse-dns" });
  const { standing: zones, gone } = await partFewByStanding(context, await listDueZones(context));
  if (gone.length > 0) await endThem(context, gone);
  if (zones.length === 0) return { zones: 0, lame: 0, removed: 0 };
  const asked = await askServers(
    context,
    zones.flatMap(({ zoneName, servers }) => servers.map(({ host }) => ({ zoneName, host }))),
  );
  if (isOurOwnTrouble(asked)) {
    ground.log.warn({ zones: zones.length }, "no name server says anything; nothing is noted, they are asked again");
    return { zones: 0, lame: 0, removed: 0 };
  }
  const statuses = new Map(asked.map(({ zoneName, host, status }) => [`${zoneName} ${host}`, status]));
  const report = await inTransaction(context, async (within) => {
    await takeWritersLock(within);
    // Why again: a contact may have delegated a zone anew meanwhile, and another process may have done this round.
    const asAsked = new Map(zones.map(({ id, nextCheckAt }) => [id, nextCheckAt.getTime()]));
    const standing = (await listDueZones(within)).filter(
      ({ id, nextCheckAt }) => asAsked.get(id) === nextCheckAt.getTime(),
    );
    if (standing.length === 0) return ok({ zones: 0, lame: 0, removed: 0 });
    const rounds = standing.map((zone) => decideZone(zone, statuses, within.clock.now()));
    await recordRound(within, rounds);
    for (const round of rounds) await writeZone(within, round);
    await tellOfLameServers(within, rounds.flatMap(wordsOf));
    const decisions = rounds.flatMap(({ servers }) => servers.map(({ decision }) => decision));
    return ok({
      zones: standing.length,
      lame: decisions.filter(({ state }) => state.status !== "AA").length,
      removed: decisions.filter(({ act }) => act === "remove").length,
    });
  });
  return report.value;
}

/** Why they are looked at again: only now nobody else writes, and what had left may have come back. */
async function endThem(context: Context, gone: readonly DueZone[]): Promise<void> {
  await inTransaction(context, async (within) => {
    await takeWritersLock(within);
    await endDelegations(within, (await partFewByStanding(within, gone)).gone);
    return ok(undefined);
  });
}

type DueZone = Awaited<ReturnType<typeof listDueZones>>[number];

/** The servers that were taken out already are not asked any more: a contact adds them again. */
function listDueZones(context: ReadingContext) {
  return context.database.reverseDelegation.findMany({
    where: { nextCheckAt: { lte: context.clock.now() } },
    include: { servers: { where: { removedAt: null }, orderBy: { position: "asc" } } },
    orderBy: [{ nextCheckAt: "asc" }, { startKey: "asc" }],
    take: zonesInRound,
  });
}

interface ZoneRound {
  readonly zone: DueZone;
  readonly servers: readonly { readonly id: string; readonly host: string; readonly decision: LameDecision }[];
}

function decideZone(
  zone: DueZone,
  statuses: ReadonlyMap<string, LameDecision["state"]["status"]>,
  now: Date,
): ZoneRound {
  const servers = zone.servers.map((server) => {
    const status = statuses.get(`${zone.zoneName} ${server.host}`) ?? "ERROR";
    const before = { ...server, status: asServerStatus(server.status) };
    return { id: server.id, host: server.host, decision: decideAfterCheck(before, status, now) };
  });
  return { zone, servers };
}

async function writeZone(within: ContextWithin, { zone, servers }: ZoneRound): Promise<void> {
  for (const { id, decision } of servers) {
    const { status, statusAt, lastAuthoritativeAt, lameSince, firstNoticeAt, lastNoticeAt, removedAt } = decision.state;
    // Why many: a zone that was delegated anew meanwhile has other rows, and these are gone.
    await within.database.reverseNameServer.updateMany({
      where: { id },
      data: { status, statusAt, lastAuthoritativeAt, lameSince, firstNoticeAt, lastNoticeAt, removedAt },
    });
  }
  const next = servers.map(({ decision }) => decision.nextCheckAt.getTime());
  const aWeek = within.clock.now().getTime() + 7 * 86_400_000;
  await within.database.reverseDelegation.updateMany({
    where: { id: zone.id },
    data: { nextCheckAt: new Date(Math.min(aWeek, ...next)) },
  });
}

/** An entry for each zone of which something changed, so that whoever follows the log reads it again; one for the round. */
async function recordRound(within: ContextWithin, rounds: readonly ZoneRound[]): Promise<void> {
  for (const { zone, servers } of rounds) {
    const before = new Map(zone.servers.map(({ id, status }) => [id, status]));
    const changes = servers
      .filter(({ id, decision }) => before.get(id) !== decision.state.status)
      .map(({ id, host, decision }) => ({
        ...{ field: "nameServers", before: `${host} ${before.get(id)}`, after: `${host} ${decision.state.status}` },
      }));
    const removed = servers.filter(({ decision }) => decision.act === "remove").map(({ host }) => host);
    if (changes.length === 0 && removed.length === 0) continue;
    await recordAudit(within, {
      action: removed.length > 0 ? "reverse-dns:server-removed" : "reverse-dns:server-answers-changed",
      subjectType: "reverse-delegations",
      subjectId: formatPrefix(prefixOfKey(zone.startKey, zone.prefixLength)),
      changes,
      ...(removed.length > 0 ? { details: { removed: removed.join(", ") } } : {}),
    });
  }
  await recordAudit(within, {
    action: "reverse-dns:servers-asked",
    subjectType: "reverse-dns",
    subjectId: "all",
    details: { zones: rounds.length },
  });
}

function wordsOf({ zone, servers }: ZoneRound): LameWord[] {
  const prefix = prefixOfKey(zone.startKey, zone.prefixLength);
  return servers.flatMap(({ host, decision: { act, state } }): LameWord[] =>
    act === "none" || state.lameSince === null
      ? []
      : [
          {
            act,
            host,
            zoneName: zone.zoneName,
            prefix,
            lameSince: state.lameSince,
            firstNoticeAt: state.firstNoticeAt,
          },
        ],
  );
}
