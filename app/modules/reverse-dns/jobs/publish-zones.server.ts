// Generates the registry's zone files. A zone gets a higher serial number when anything in it has changed; readers see all files of one
// publication or all of the one before: a new folder is written, then the link "current" is moved to it in one step.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { ok } from "#app/lib/result/index.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin, Ground } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import { readNamedSetting } from "#app/platform/named-settings.server.ts";
import type { ZoneAuthority, ZoneContents } from "../domain/zone-file.ts";
import { nextSerial, writeZoneFile, zoneContentsOf } from "../domain/zone-file.ts";
import { listPublishableDelegations } from "../queries/publishable-delegations.server.ts";

export interface PublishedZones {
  readonly zones: number;
  /** How many of them got a new serial number. */
  readonly changed: number;
  /** Where the files are: the link that is moved. */
  readonly folder: string;
}

interface NumberedZone extends ZoneContents {
  readonly serial: number;
}

/** Publishes into `folder`, by default the installation's. Nothing is written where nothing has changed since. */
export async function publishZones(ground: Ground, wish: { readonly folder?: string } = {}): Promise<PublishedZones> {
  const context = withActor(ground, { kind: "system", name: "reverse-dns" });
  const parent = wish.folder ?? join(ground.settings.folder, "reverse-zones");
  const numbered = await inTransaction(context, async (within) => {
    // Why the lock before reading: of two who publish at once, the later number must stand on the later state.
    await takeWritersLock(within);
    const authority = await readAuthority(within);
    return ok({ authority, ...(await numberZones(within, authority)) });
  });
  const { authority, zones, changed } = numbered.value;
  const current = join(parent, "current");
  if (zones.length > 0) replaceFiles(parent, current, zones, authority);
  return { zones: zones.length, changed, folder: current };
}

/** Who answers for the zones: settings "reverse-dns-name-servers" and "reverse-dns-mailbox". */
async function readAuthority(within: ContextWithin): Promise<ZoneAuthority> {
  const names = await readNamedSetting(within, "reverse-dns-name-servers", "ns1.plenaria.example ns2.plenaria.example");
  const mailbox = await readNamedSetting(within, "reverse-dns-mailbox", "hostmaster.plenaria.example");
  return { nameServers: names.split(" "), mailbox };
}

async function numberZones(
  within: ContextWithin,
  authority: ZoneAuthority,
): Promise<{ zones: NumberedZone[]; changed: number }> {
  const known = new Map((await within.database.reverseZoneFile.findMany()).map((row) => [row.apex, row]));
  const contents = zoneContentsOf(await listPublishableDelegations(within));
  const present = new Set(contents.map(({ apex }) => apex));
  // Why a zone stays when its last delegation goes: the registry still answers for it, with nothing in it.
  const empty = [...known.keys()].filter((apex) => !present.has(apex)).map((apex) => ({ apex, records: "" }));
  const zones: NumberedZone[] = [];
  const changed: string[] = [];
  for (const zone of [...contents, ...empty]) {
    const before = known.get(zone.apex);
    const sha256 = createHash("sha256")
      .update(writeZoneFile(zone, 0, authority))
      .digest("hex");
    if (before?.sha256 === sha256) {
      zones.push({ ...zone, serial: Number(before.serial) });
      continue;
    }
    const now = within.clock.now();
    const serial = nextSerial(before === undefined ? undefined : Number(before.serial), now);
    const row = { serial: BigInt(serial), sha256, publishedAt: now };
    await within.database.reverseZoneFile.upsert({
      where: { apex: zone.apex },
      create: { apex: zone.apex, ...row },
      update: row,
    });
    zones.push({ ...zone, serial });
    changed.push(zone.apex);
  }
  if (changed.length > 0) {
    await recordAudit(within, {
      action: "reverse-dns:zones-published",
      subjectType: "reverse-dns",
      subjectId: "all",
      details: { zones: zones.length, changed: changed.length },
    });
  }
  return { zones, changed: changed.length };
}

function replaceFiles(parent: string, current: string, zones: readonly NumberedZone[], authority: ZoneAuthority): void {
  // Why the sum: no zone goes away and no number falls, so it grows with every change and orders publications.
  const generation = `set-${zones
    .reduce((sum, { serial }) => sum + BigInt(serial), 0n)
    .toString()
    .padStart(20, "0")}`;
  const standing = existsSync(current) ? readlinkSync(current) : "";
  if (standing >= generation) return;
  const folder = join(parent, generation);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const zone of zones)
    writeFileSync(join(folder, `${zone.apex}.zone`), writeZoneFile(zone, zone.serial, authority));
  const link = join(parent, `${generation}.link`);
  rmSync(link, { force: true });
  symlinkSync(generation, link);
  renameSync(link, current);
  for (const name of readdirSync(parent)) {
    // Why the one before stays: a name server may be reading it.
    if (name.startsWith("set-") && name !== generation && name !== standing)
      rmSync(join(parent, name), { recursive: true, force: true });
  }
}
