// Check "archive-continuation": an earlier copy is the beginning of this archive, byte for byte (SPECIFICATION §10, item 7).
import type { CheckLedger } from "../report.ts";

/** Compares with an earlier copy, if there is one. */
export function checkContinuation(ledger: CheckLedger, bytes: Uint8Array, previous: Uint8Array | undefined): void {
  if (previous === undefined) return ledger.leaveOut("archive-continuation", "no earlier copy was given");
  if (previous.length === 0) return ledger.fail("archive-continuation", "ARCHIVE_EMPTY", "the earlier copy is empty");
  if (previous.length > bytes.length) {
    return ledger.fail(
      "archive-continuation",
      "ARCHIVE_NOT_A_CONTINUATION",
      "the earlier copy is longer than this archive",
      `byte ${bytes.length}`,
    );
  }
  for (let offset = 0; offset < previous.length; offset += 1) {
    if (previous[offset] === bytes[offset]) continue;
    return ledger.fail(
      "archive-continuation",
      "ARCHIVE_NOT_A_CONTINUATION",
      "the earlier copy differs",
      `byte ${offset}`,
    );
  }
  ledger.pass("archive-continuation", `the earlier copy is the first ${previous.length} bytes of this one`);
}
