// Check "record-order": before each event stand exactly the records that it refers to, once in the whole archive, and
// nothing else stands anywhere (SPECIFICATION §9.2).
import { isEventRecord, parseEvent, type ScannedArchive } from "../../archive/reader.ts";
import type { ArchiveEvent, ArchiveRecord } from "../../archive/records.ts";
import { isJsonObject, parseStrictJson } from "../../primitives/strict-json.ts";
import type { CheckLedger } from "../report.ts";

/** Walks through all records after the first. */
export function checkRecordOrder(ledger: CheckLedger, scanned: ScannedArchive): void {
  const seen = new Set<string>();
  let pending: ArchiveRecord[] = [];
  for (const record of scanned.records.slice(1)) {
    const where = `record ${record.name}`;
    if (seen.has(record.hash))
      ledger.fail("record-order", "ARCHIVE_RECORD_REPEATED", "the record stands in the archive twice", where);
    seen.add(record.hash);
    if (!isEventRecord(record)) {
      pending.push(record);
      continue;
    }
    const event = parseEvent(record);
    const expected = event === undefined ? undefined : expectedHashes(event, pending.at(-1));
    const found = pending.map(({ hash }) => hash);
    if (expected !== undefined && expected.join() !== found.join()) {
      const isMissing = found.length < expected.length;
      const code = isMissing ? "EVENT_PAYLOAD_MISSING" : "ARCHIVE_RECORD_ORDER";
      ledger.fail("record-order", code, "the records before the event are not those that it refers to", where);
    }
    pending = [];
  }
  const [stray] = pending;
  if (stray !== undefined)
    ledger.fail("record-order", "ARCHIVE_RECORD_STRAY", "no event refers to the record", `record ${stray.name}`);
  ledger.pass("record-order", "every record belongs to the event after it");
}

/** The hashes of the records that must stand before an event; the last of them is its payload. */
function expectedHashes(event: ArchiveEvent, last: ArchiveRecord | undefined): string[] {
  if (event.type === "EndBallots" || event.type === "EndShuffles") return event.payload === undefined ? [] : ["none"];
  const payload = event.payload ?? "";
  const fields = last?.hash === payload ? parseStrictJson(last.body) : undefined;
  const referred = (names: readonly string[]) =>
    names.map((name) => (isJsonObject(fields) ? String(fields[name]) : ""));
  switch (event.type) {
    case "Setup":
      return [...referred(["election", "trustees", "credentials"]), payload];
    case "EncryptedTally":
      return [...referred(["encrypted_tally"]), payload];
    case "Shuffle":
    case "PartialDecryption":
      return [...referred(["payload"]), payload];
    default:
      return [payload];
  }
}
