// Delegates the zones of a block, or takes the delegation back. Every server is asked before; one that does not answer refuses the whole.
// Source: policy manual chapter 5: a name server must answer authoritatively when it is registered.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { formatPrefix, prefixKeys } from "#app/lib/ip-addresses/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { changesBetween, recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { requireNetworkManager } from "#app/modules/resources/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { writeDsRecord } from "../domain/ds-record.ts";
import { networksAround } from "../domain/standing-delegation.ts";
import type { ReverseZone } from "../domain/zone-rules.ts";
import { findBlockAround } from "../queries/block-around.server.ts";
import type { CheckDelegationRefusal, CheckedDelegation, DelegationWish } from "../queries/check-delegation.server.ts";
import { checkDelegation } from "../queries/check-delegation.server.ts";
import type { DelegatedZone } from "../queries/delegations.server.ts";
import { listDelegationsInside } from "../queries/delegations.server.ts";
import { listNetworksAcross } from "../queries/networks-across.server.ts";

export type DelegateZonesRefusal =
  CheckDelegationRefusal | Refusal<"NAME_SERVER_NOT_AUTHORITATIVE" | "DS_NOT_OF_ZONE" | "BLOCK_CHANGED">;

/** Delegates the zones of the range; what stood there before is replaced. */
export async function delegateZones(
  context: Context,
  wish: DelegationWish,
): Promise<Result<{ readonly zones: number }, DelegateZonesRefusal>> {
  const checked = await checkDelegation(context, wish);
  if (!checked.ok) return checked;
  const { asked, dsRecords, zones } = checked.value;
  const wrong = asked.find(({ status }) => status !== "AA");
  if (wrong !== undefined)
    return refuse("NAME_SERVER_NOT_AUTHORITATIVE", { host: wrong.host, zone: wrong.zoneName, status: wrong.status });
  const stranger = dsRecords.find(({ isOfZone }) => !isOfZone);
  if (stranger !== undefined) return refuse("DS_NOT_OF_ZONE", { keyTag: stranger.keyTag, zone: stranger.zoneName });
  return inTransaction<Result<{ zones: number }, DelegateZonesRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const block = await findBlockAround(within, wish.range);
    // Why again: the servers were asked before the lock, and the block may have changed hands or shape since.
    if (block?.id !== checked.value.block.id || formatPrefix(block.prefix) !== formatPrefix(checked.value.block.prefix))
      return refuse("BLOCK_CHANGED");
    await requireNetworkManager(within, block);
    const before = await listDelegationsInside(within, wish.range);
    await deleteZones(within, zones);
    await writeZones(within, checked.value);
    const after = await listDelegationsInside(within, wish.range);
    await recordChange(within, "reverse-dns:zones-delegated", wish.range, before, after);
    return ok({ zones: zones.length });
  });
}

/** Takes back every delegation of the range. */
export async function withdrawZones(
  context: Context,
  { range }: Pick<DelegationWish, "range">,
): Promise<Result<{ readonly zones: number }, Refusal<"BLOCK_UNKNOWN" | "NOT_DELEGATED">>> {
  return inTransaction<Result<{ zones: number }, Refusal<"BLOCK_UNKNOWN" | "NOT_DELEGATED">>>(
    context,
    async (within) => {
      await takeWritersLock(within);
      const block = await findBlockAround(within, range);
      if (block === undefined) return refuse("BLOCK_UNKNOWN");
      await requireNetworkManager(within, block);
      const before = await listDelegationsInside(within, range);
      if (before.length === 0) return refuse("NOT_DELEGATED");
      await deleteZones(
        within,
        before.map(({ zoneName: name, prefix }) => ({ name, prefix })),
      );
      await recordChange(within, "reverse-dns:zones-withdrawn", range, before, []);
      return ok({ zones: before.length });
    },
  );
}

/** By their names, whoever they were made for. */
async function deleteZones(within: ContextWithin, zones: readonly ReverseZone[]): Promise<void> {
  await within.database.reverseDelegation.deleteMany({ where: { zoneName: { in: zones.map(({ name }) => name) } } });
}

async function writeZones(within: ContextWithin, { block, zones, hosts, dsRecords }: CheckedDelegation): Promise<void> {
  const now = within.clock.now();
  const nextCheckAt = new Date(now.getTime() + 86_400_000);
  const ranges = zones.map(({ name, prefix }) => ({
    ...{ id: randomIdentifier(within.random), zoneName: name, ...prefixKeys(prefix), prefixLength: prefix.length },
  }));
  const networks = await listNetworksAcross(within, block.prefix);
  const rows = networksAround(ranges, networks).map(([range, around]) => ({
    // Why the smallest: a customer's zone ends with the customer, the provider's with the provider.
    ...{ ...range, organizationId: around.at(-1)?.organizationId ?? block.organizationId, changedAt: now, nextCheckAt },
  }));
  await within.database.reverseDelegation.createMany({ data: rows });
  await within.database.reverseNameServer.createMany({
    data: rows.flatMap(({ id }) =>
      hosts.map((host, position) => ({
        ...{ id: randomIdentifier(within.random), delegationId: id, host, position },
        ...{ status: "AA", statusAt: now, lastAuthoritativeAt: now },
      })),
    ),
  });
  await within.database.reverseDsRecord.createMany({
    data: rows.flatMap(({ id, zoneName }) =>
      dsRecords
        .filter((record) => record.zoneName === zoneName)
        .map(({ keyTag, algorithm, digestType, digest }) => ({
          ...{ id: randomIdentifier(within.random), delegationId: id, keyTag, algorithm, digestType, digest },
        })),
    ),
  });
}

/** One entry an act, however many zones: what most of them have in common, and how many they are. */
async function recordChange(
  within: ContextWithin,
  action: string,
  range: Prefix,
  before: readonly DelegatedZone[],
  after: readonly DelegatedZone[],
): Promise<void> {
  await recordAudit(within, {
    action,
    subjectType: "reverse-delegations",
    subjectId: formatPrefix(range),
    changes: changesBetween(stateOf(before), stateOf(after)),
  });
}

function stateOf(zones: readonly DelegatedZone[]): Record<string, string | number> {
  const servers = new Set(zones.flatMap((zone) => zone.servers.map(({ host }) => host)));
  const records = new Set(zones.flatMap((zone) => zone.dsRecords.map(writeDsRecord)));
  return { zones: zones.length, nameServers: [...servers].join(", "), dsRecords: [...records].join(", ") };
}
