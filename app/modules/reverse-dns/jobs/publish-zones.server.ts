// Generates the registry's zone files. A zone gets a higher serial number when anything in it has changed; a number that once stood in a
// file is never given again for something else, also after an old copy of the database was taken back.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { ok } from "#app/lib/result/index.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin, Ground } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import { readNamedSetting } from "#app/platform/named-settings.server.ts";
import { endDelegations } from "../commands/end-delegations.server.ts";
import type { ZoneAuthority } from "../domain/zone-file.ts";
import { nextSerial, writeZoneFile, zoneContentsOf } from "../domain/zone-file.ts";
import { listPublishableDelegations } from "../queries/publishable-delegations.server.ts";
import type { ZoneFile } from "./zone-file-sets.server.ts";
import { currentSetIn, publishSet, serialsStandingIn } from "./zone-file-sets.server.ts";

export interface PublishedZones {
  readonly zones: number;
  /** How many of them got a new serial number. */
  readonly changed: number;
  /** Where the files are: the link that is moved. */
  readonly folder: string;
}

/** Publishes into `folder`, by default the installation's. Nothing is written where nothing has changed since. */
export async function publishZones(ground: Ground, wish: { readonly folder?: string } = {}): Promise<PublishedZones> {
  const context = withActor(ground, { kind: "system", name: "reverse-dns" });
  const parent = wish.folder ?? join(ground.settings.folder, "reverse-zones");
  const published = await inTransaction(context, async (within) => {
    // Why the lock before reading: of two who publish at once, the later number must stand on the later state.
    await takeWritersLock(within);
    const { files, changed } = await numberZones(within, serialsStandingIn(parent));
    // Why before the numbers are kept for good: if they are not, they are read from the files the next time.
    if (files.length > 0) publishSet(parent, files);
    return ok({ zones: files.length, changed });
  });
  return { ...published.value, folder: currentSetIn(parent) };
}

/** Who answers for the zones: settings "reverse-dns-name-servers" and "reverse-dns-mailbox". */
async function readAuthority(within: ContextWithin): Promise<ZoneAuthority> {
  const names = await readNamedSetting(within, "reverse-dns-name-servers", "ns1.plenaria.example ns2.plenaria.example");
  const mailbox = await readNamedSetting(within, "reverse-dns-mailbox", "hostmaster.plenaria.example");
  return { nameServers: names.split(" "), mailbox };
}

async function numberZones(
  within: ContextWithin,
  standing: ReadonlyMap<string, number>,
): Promise<{ files: ZoneFile[]; changed: number }> {
  const authority = await readAuthority(within);
  const known = new Map((await within.database.reverseZoneFile.findMany()).map((row) => [row.apex, row]));
  const { published, gone } = await listPublishableDelegations(within);
  await endDelegations(within, gone);
  const contents = zoneContentsOf(published);
  const present = new Set(contents.map(({ apex }) => apex));
  // Why a zone stays when its last delegation goes: the registry still answers for it, with nothing in it.
  const empty = [...new Set([...known.keys(), ...standing.keys()])]
    .filter((apex) => !present.has(apex))
    .map((apex) => ({ apex, records: "" }));
  const files: ZoneFile[] = [];
  let changed = 0;
  for (const zone of [...contents, ...empty]) {
    const { apex } = zone;
    const before = known.get(apex);
    const sha256 = createHash("sha256")
      .update(writeZoneFile(zone, 0, authority))
      .digest("hex");
    const highest = Math.max(Number(before?.serial ?? 0), standing.get(apex) ?? 0);
    const isAsKnown = before?.sha256 === sha256 && Number(before.serial) === highest;
    const serial = isAsKnown ? highest : nextSerial(highest, within.clock.now());
    if (!isAsKnown) {
      await keepNumber(within, apex, serial, sha256);
      changed += 1;
    }
    files.push({ apex, serial, text: writeZoneFile(zone, serial, authority) });
  }
  if (changed > 0) {
    await recordAudit(within, {
      action: "reverse-dns:zones-published",
      subjectType: "reverse-dns",
      subjectId: "all",
      details: { zones: files.length, changed },
    });
  }
  return { files, changed };
}

async function keepNumber(within: ContextWithin, apex: string, serial: number, sha256: string): Promise<void> {
  const row = { serial: BigInt(serial), sha256, publishedAt: within.clock.now() };
  await within.database.reverseZoneFile.upsert({ where: { apex }, create: { apex, ...row }, update: row });
}
