// Check "shuffles": elections of this library have none; an archive that has is refused by name rather than half checked.
import type { CheckLedger } from "../report.ts";

/** Tells whether there are shuffles. */
export function checkShuffles(ledger: CheckLedger, shuffleCount: number): void {
  if (shuffleCount > 0)
    ledger.fail("shuffles", "SHUFFLE_UNSUPPORTED", `${shuffleCount} shuffles, which this verifier does not know`);
  ledger.leaveOut("shuffles", "counted questions need no shuffle");
}
