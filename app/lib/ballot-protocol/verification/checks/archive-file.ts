// Check "archive-file": every byte of the file is as it must be, and every record is named after its hash (SPECIFICATION §9.3).
import type { ScannedArchive } from "../../archive/reader.ts";
import type { CheckLedger } from "../report.ts";

/** Tells the faults that the scan found. */
export function checkArchiveFile(ledger: CheckLedger, scanned: ScannedArchive): void {
  for (const { code, record, offset } of scanned.faults) {
    const where = record === "" ? `byte ${offset}` : `record ${record}, byte ${offset}`;
    ledger.fail("archive-file", code, explanations[code] ?? "the file is not canonical", where);
  }
  ledger.pass("archive-file", `${scanned.records.length} records, each named after its hash`);
}

const explanations: Partial<Record<string, string>> = {
  ARCHIVE_EMPTY: "the file is empty",
  ARCHIVE_TRUNCATED: "the file ends inside a record",
  ARCHIVE_END_MARKER: "a block of zeros stands where a record must begin",
  ARCHIVE_HEADER_NOT_CANONICAL: "the record's header is not canonical",
  ARCHIVE_TIMESTAMP_DIFFERS: "the record carries another time than the archive",
  ARCHIVE_PADDING_NOT_ZERO: "the padding after the record is not zero",
  ARCHIVE_TEXT_NOT_UTF8: "the record is not UTF-8",
  ARCHIVE_FIRST_RECORD_INVALID: "the first record is not the header of an archive",
  ARCHIVE_HASH_MISMATCH: "the record's hash is not its name",
};
