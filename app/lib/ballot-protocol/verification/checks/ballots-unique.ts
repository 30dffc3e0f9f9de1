// Check "ballots-unique": no ballot stands in the box twice. Putting an earlier ballot in again would undo its voter's
// revote (SPECIFICATION §6.5).
import type { CheckLedger } from "../report.ts";

/** Looks for exact copies. */
export function checkUniqueness(ledger: CheckLedger, ballots: readonly (string | undefined)[]): void {
  const seen = new Map<string, number>();
  for (const [position, ballot] of ballots.entries()) {
    if (ballot === undefined) continue;
    const first = seen.get(ballot);
    if (first === undefined) seen.set(ballot, position);
    else ledger.fail("ballots-unique", "BALLOT_REPEATED", `the same as ballot ${first + 1}`, `ballot ${position + 1}`);
  }
  ledger.pass("ballots-unique", `${ballots.length} ballots, no two the same`);
}
