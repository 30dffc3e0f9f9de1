// The second of three steps: which zones a delegation would make, how each server answers for each of them, whether the DS records fit the keys.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { requireNetworkManager } from "#app/modules/resources/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Admission } from "#app/platform/rate-limits.server.ts";
import { admitAttempt } from "#app/platform/rate-limits.server.ts";
import { checksOfPerson } from "../domain/check-allowance.ts";
import type { DsOfZone, DsRefusal } from "../domain/ds-lines.ts";
import { readDsRecords } from "../domain/ds-lines.ts";
import { isDsOf } from "../domain/ds-record.ts";
import type { NameServerRefusal } from "../domain/name-servers.ts";
import { readNameServers } from "../domain/name-servers.ts";
import type { ReverseZone, ZoneRefusal } from "../domain/zone-rules.ts";
import { zonesOf } from "../domain/zone-rules.ts";
import type { AskedServer } from "./ask-servers.server.ts";
import { askServers, findZoneKeys } from "./ask-servers.server.ts";
import { findBlockAround } from "./block-around.server.ts";
import { zoneDigest } from "./zone-digest.server.ts";

export interface DelegationWish {
  /** A block of the registry, or the part of it that is delegated. */
  readonly range: Prefix;
  readonly hosts: readonly string[];
  /** One record a line, with the name of its zone where the range has several. */
  readonly dsRecords: string;
}

export interface CheckedDelegation {
  readonly block: Network;
  readonly zones: readonly ReverseZone[];
  readonly hosts: readonly string[];
  readonly asked: readonly AskedServer[];
  readonly dsRecords: readonly (DsOfZone & { readonly isOfZone: boolean })[];
  /** Zones whose servers gave different serial numbers. It stands in nobody's way: a transfer may be under way. */
  readonly notInSync: readonly string[];
  /** Everything fits: it may be confirmed. */
  readonly isAcceptable: boolean;
}

export type CheckDelegationRefusal =
  ZoneRefusal | NameServerRefusal | DsRefusal | Refusal<"BLOCK_UNKNOWN" | "TOO_MANY_CHECKS">;

/** Asks every server for every zone. Nothing is written. */
export async function checkDelegation(
  context: Context,
  { range, hosts: typed, dsRecords: lines }: DelegationWish,
): Promise<Result<CheckedDelegation, CheckDelegationRefusal>> {
  const block = await findBlockAround(context, range);
  if (block === undefined) return refuse("BLOCK_UNKNOWN");
  await requireNetworkManager(context, block);
  const zones = zonesOf(block.prefix, range);
  if (!zones.ok) return zones;
  const hosts = readNameServers(typed);
  if (!hosts.ok) return hosts;
  const names = zones.value.map(({ name }) => name);
  const records = readDsRecords(lines, names);
  if (!records.ok) return records;
  const admission = await admitCheck(context);
  if (!admission.isAdmitted) return refuse("TOO_MANY_CHECKS", { seconds: admission.retryAfterSeconds });
  const wishes = names.flatMap((name) => hosts.value.map((host) => ({ zoneName: name, host })));
  const asked = await askServers(context, wishes);
  const signed = [...new Set(records.value.map(({ zoneName }) => zoneName))];
  const keys = await findZoneKeys(context, signed, hosts.value);
  const dsRecords = records.value.map((record) => ({
    ...record,
    isOfZone: isDsOf(record.zoneName, record, keys.get(record.zoneName) ?? [], zoneDigest),
  }));
  return ok({
    ...{ block, zones: zones.value, hosts: hosts.value, asked, dsRecords, notInSync: zonesNotInSync(asked) },
    isAcceptable: asked.every(({ status }) => status === "AA") && dsRecords.every(({ isOfZone }) => isOfZone),
  });
}

/** Security: a check sends hundreds of questions to whomever the names lead to. */
async function admitCheck(context: Context): Promise<Admission> {
  const { actor } = context;
  return actor.kind === "person" ? admitAttempt(context, checksOfPerson, actor.accountId) : { isAdmitted: true };
}

function zonesNotInSync(asked: readonly AskedServer[]): string[] {
  const serials = new Map<string, Set<number>>();
  for (const { zoneName, serial } of asked) {
    if (serial !== undefined) serials.set(zoneName, (serials.get(zoneName) ?? new Set()).add(serial));
  }
  return [...serials].filter(([, different]) => different.size > 1).map(([zoneName]) => zoneName);
}
