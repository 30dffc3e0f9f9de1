// Reading an archive: the tar layer with every byte judged, then the bodies and the events (SPECIFICATION §9.5).
import { ok, type Result } from "../../result/index.ts";
import { refuseWith, type ArchiveFaultCode, type ProtocolRefusal } from "../errors.ts";
import { isJsonObject, parseStrictJson } from "../primitives/strict-json.ts";
import { hashBytesHex } from "../primitives/transcript.ts";
import { archiveHeaderRecord, eventBody, eventTypes, type ArchiveEvent, type ArchiveRecord } from "./records.ts";
import { blockSize, paddedSize, readTarHeader, tarHeader } from "./tar-block.ts";

/** Something wrong with the file, and where. */
export interface ArchiveFault {
  readonly code: ArchiveFaultCode;
  readonly record: string;
  readonly offset: number;
}

/** The records of a file, and all faults found on the way. */
export interface ScannedArchive {
  readonly timestamp: string;
  readonly records: readonly ArchiveRecord[];
  readonly faults: readonly ArchiveFault[];
}

/** An archive without faults in its file. */
export interface Archive {
  readonly timestamp: string;
  readonly records: readonly ArchiveRecord[];
  readonly events: readonly ArchiveEvent[];
  findBody(hash: string): string | undefined;
}

/** Reads an archive; the first fault of the file or of an event's form refuses it. */
export function readArchive(bytes: Uint8Array): Result<Archive, ProtocolRefusal> {
  const { timestamp, records, faults } = scanArchive(bytes);
  const [fault] = faults;
  if (fault !== undefined) return refuseWith(fault.code, { record: fault.record, offset: fault.offset });
  const events: ArchiveEvent[] = [];
  for (const record of records) {
    if (!isEventRecord(record)) continue;
    const event = parseEvent(record);
    if (event === undefined) return refuseWith("EVENT_NOT_CANONICAL", { record: record.name });
    events.push(event);
  }
  const bodies = new Map(records.map((record) => [record.hash, record.body]));
  return ok({ timestamp, records, events, findBody: (hash) => bodies.get(hash) });
}

/** Whether a record is an event by its name. */
export function isEventRecord(record: ArchiveRecord): boolean {
  return record.name.endsWith(".event.json");
}

/** Reads an event; undefined unless it is written in the one canonical way. */
export function parseEvent(record: ArchiveRecord): ArchiveEvent | undefined {
  const value = parseStrictJson(record.body);
  if (!isJsonObject(value)) return undefined;
  const { parent, height, payload } = value;
  const type = eventTypes.find((known) => known === value["type"]);
  if (type === undefined || typeof height !== "number" || !Number.isSafeInteger(height) || height < 0) return undefined;
  if ((parent !== undefined && typeof parent !== "string") || (payload !== undefined && typeof payload !== "string"))
    return undefined;
  const event = { parent, height, type, payload };
  return eventBody(event) === record.body ? { ...event, hash: record.hash } : undefined;
}

/** Goes through the whole file; goes on past a fault wherever the next record can still be found. */
export function scanArchive(
  bytes: Uint8Array,
  hashBytes: (bytes: Uint8Array) => string = hashBytesHex,
): ScannedArchive {
  const records: ArchiveRecord[] = [];
  const faults: ArchiveFault[] = [];
  let timestamp: string | undefined;
  let offset = 0;
  while (offset < bytes.length && (offset === 0 || timestamp !== undefined)) {
    const scanned = scanRecord(bytes, offset, hashBytes);
    if (typeof scanned === "string") {
      faults.push({ code: scanned, record: records.at(-1)?.name ?? "", offset });
      break;
    }
    const { record, size } = scanned;
    timestamp ??= timestampOf(record);
    const found = [...scanned.faults, ...faultsOfPlace(bytes, { offset, size, record, timestamp })];
    for (const code of found) faults.push({ code, record: record.name, offset });
    records.push(record);
    offset += blockSize + paddedSize(size);
  }
  if (bytes.length === 0) faults.push({ code: "ARCHIVE_EMPTY", record: "", offset: 0 });
  return { timestamp: timestamp ?? "", records, faults };
}

/** The faults of a record that depend on where it stands and on the archive's time. */
function faultsOfPlace(
  bytes: Uint8Array,
  at: {
    readonly offset: number;
    readonly size: number;
    readonly record: ArchiveRecord;
    readonly timestamp: string | undefined;
  },
): ArchiveFaultCode[] {
  const { offset, size, record, timestamp } = at;
  if (timestamp === undefined) return ["ARCHIVE_FIRST_RECORD_INVALID"];
  const isCanonical = isHeaderCanonical(bytes, offset, size, record.name, timestamp);
  const header = isCanonical ? [] : [headerFault(bytes, offset, size, record.name)];
  return offset > 0 && !isNamedAfterHash(record) ? [...header, "ARCHIVE_HASH_MISMATCH"] : header;
}

function scanRecord(
  bytes: Uint8Array,
  offset: number,
  hashBytes: (bytes: Uint8Array) => string,
): ArchiveFaultCode | { record: ArchiveRecord; size: number; faults: ArchiveFaultCode[] } {
  const block = bytes.subarray(offset, offset + blockSize);
  if (block.length < blockSize) return "ARCHIVE_TRUNCATED";
  if (block.every((byte) => byte === 0)) return "ARCHIVE_END_MARKER";
  const header = readTarHeader(block);
  if (header === undefined) return "ARCHIVE_HEADER_NOT_CANONICAL";
  const end = offset + blockSize + paddedSize(header.size);
  if (end > bytes.length) return "ARCHIVE_TRUNCATED";
  const bodyBytes = bytes.subarray(offset + blockSize, offset + blockSize + header.size);
  const padding = bytes.subarray(offset + blockSize + header.size, end);
  const faults: ArchiveFaultCode[] = padding.some((byte) => byte !== 0) ? ["ARCHIVE_PADDING_NOT_ZERO"] : [];
  const body = decode(bodyBytes);
  if (body === undefined) faults.push("ARCHIVE_TEXT_NOT_UTF8");
  return { record: { name: header.name, body: body ?? "", hash: hashBytes(bodyBytes) }, size: header.size, faults };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The archive's timestamp, if this is the header record in its one canonical form. */
function timestampOf(record: ArchiveRecord): string | undefined {
  const timestamp = /^\{"version":1,"timestamp":"(0|[1-9][0-9]{0,9})"\}$/.exec(record.body)?.[1];
  if (timestamp === undefined || record.name !== "BELENIOS") return undefined;
  return archiveHeaderRecord(timestamp).body === record.body && Number(timestamp) < 8 ** 11 ? timestamp : undefined;
}

function isHeaderCanonical(bytes: Uint8Array, offset: number, size: number, name: string, timestamp: string): boolean {
  const expected = tarHeader(name, size, timestamp);
  return name.length < 100 && expected.every((byte, position) => byte === bytes[offset + position]);
}

/** Tells a wrong time, by far the likeliest fault of an otherwise canonical header, from all others. */
function headerFault(bytes: Uint8Array, offset: number, size: number, name: string): ArchiveFaultCode {
  const time = Number.parseInt(String.fromCharCode(...bytes.subarray(offset + 136, offset + 147)), 8);
  const isOtherwiseCanonical = Number.isSafeInteger(time) && isHeaderCanonical(bytes, offset, size, name, String(time));
  return isOtherwiseCanonical ? "ARCHIVE_TIMESTAMP_DIFFERS" : "ARCHIVE_HEADER_NOT_CANONICAL";
}

function isNamedAfterHash(record: ArchiveRecord): boolean {
  return record.name === `${record.hash}.data.json` || record.name === `${record.hash}.event.json`;
}
