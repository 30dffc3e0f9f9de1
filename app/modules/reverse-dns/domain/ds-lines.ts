// Reads pasted DS records, one a line as dig, BIND, Knot and zone files write them, each line with its own problem; and gives each to its zone.
// Source: RFC 1035 §5.1 (lines of zone files), RFC 4034 §5.3 (the text of a DS record).
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { err, ok, refuse } from "#app/lib/result/index.ts";
import type { DsRecord } from "./ds-record.ts";
import { writeDsRecord } from "./ds-record.ts";

/** A record with the zone to which it belongs. */
export interface DsOfZone extends DsRecord {
  readonly zoneName: string;
}

/** Digest type → hexadecimal digits. */
const digestDigits: Readonly<Record<number, number>> = { 2: 64, 4: 96 };

export const mostDsRecords = 8;
const lettersShown = 60;

export type DsCode = "DS_MALFORMED" | "DS_DIGEST_UNKNOWN" | "DS_TOO_MANY" | "DS_FOR_SEVERAL_ZONES" | "DS_OTHER_ZONE";

/** The first problem, and all of them, in the order of the lines. */
export interface DsRefusal extends Refusal<DsCode> {
  readonly all?: readonly Refusal<DsCode>[];
}

/** The records of these zones. A line without a name belongs to the only one; "60485 8 2 D4B7…" is enough then. */
export function readDsRecords(text: string, zoneNames: readonly string[]): Result<DsOfZone[], DsRefusal> {
  const read = text.split(/\r?\n/).flatMap((line, place) => {
    // Why single spaces: a long run of them could be shared out in very many ways.
    const plain = line
      .replace(/;.*/, "")
      .replace(/[\s()]+/g, " ")
      .trim();
    return plain === "" ? [] : [readLine(plain, place + 1, zoneNames)];
  });
  const all: Refusal<DsCode>[] = read.flatMap((each) => (each.ok ? [] : [each.error]));
  const records = new Map<string, DsOfZone>();
  for (const each of read) {
    if (!each.ok) continue;
    const { zoneName, keyTag, algorithm, digestType } = each.value;
    records.set(`${zoneName} ${keyTag} ${algorithm} ${digestType}`, each.value);
  }
  for (const zone of zoneNames) {
    const own = [...records.values()].filter(({ zoneName }) => zoneName === zone);
    if (own.length > mostDsRecords) all.push({ code: "DS_TOO_MANY", details: { most: mostDsRecords, zone } });
  }
  const [first] = all;
  return first === undefined ? ok([...records.values()]) : err({ ...first, all });
}

/** The line that is read as this record where the range has so many zones. */
export function writeDsOfZone(record: DsOfZone, zones: number): string {
  return zones === 1 ? writeDsRecord(record) : `${record.zoneName}. DS ${writeDsRecord(record)}`;
}

function readLine(text: string, line: number, zoneNames: readonly string[]): Result<DsOfZone, Refusal<DsCode>> {
  const malformed = refuse("DS_MALFORMED", { line, text: text.slice(0, lettersShown) });
  const [, before = "", tag = "", algorithm = "", type = "", hex = ""] =
    /^(?:(.*)\bDS\s+)?(\d{1,5})\s+(\d{1,3})\s+(\d{1,3})\s+([0-9A-F\s]+)$/i.exec(text) ?? [];
  const owner = ownerIn(before);
  if (hex === "" || owner === null) return malformed;
  const record = { keyTag: Number(tag), algorithm: Number(algorithm), digestType: Number(type) };
  const digits = digestDigits[record.digestType];
  if (digits === undefined) return refuse("DS_DIGEST_UNKNOWN", { line, digestType: record.digestType });
  const digest = hex.replace(/\s/g, "").toUpperCase();
  if (digest.length !== digits || record.keyTag > 65_535 || record.algorithm > 255) return malformed;
  const zone = zoneOf(owner, line, zoneNames);
  return zone.ok ? ok({ zoneName: zone.value, ...record, digest }) : zone;
}

function zoneOf(
  owner: string | undefined,
  line: number,
  zoneNames: readonly string[],
): Result<string, Refusal<"DS_FOR_SEVERAL_ZONES" | "DS_OTHER_ZONE">> {
  const zone = owner ?? (zoneNames.length === 1 ? zoneNames[0] : undefined);
  if (zone === undefined) return refuse("DS_FOR_SEVERAL_ZONES", { line });
  return zoneNames.includes(zone) ? ok(zone) : refuse("DS_OTHER_ZONE", { line, zone: zone.slice(0, lettersShown) });
}

/** The name before "DS", without time to live and class; undefined: none; null: what stands there is something else. */
function ownerIn(before: string): string | undefined | null {
  const [name, ...more] = before.split(/\s+/).filter((word) => word !== "" && !/^(\d+|in)$/i.test(word));
  if (more.length > 0) return null;
  return name?.toLowerCase().replace(/\.$/, "");
}
