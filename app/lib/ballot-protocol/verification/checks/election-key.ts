// Check "election-key": the key under which ballots are encrypted is the trustees' key and no other (SPECIFICATION §7.5).
import type { PublicArithmetic } from "../../primitives/group.ts";
import type { VerifiedTrustees } from "../../v1/trustees/verify-trustees.ts";
import type { CheckLedger } from "../report.ts";

/** Compares the election's key with the product of the trustees' keys. */
export function checkElectionKey<Element>(
  ledger: CheckLedger,
  arithmetic: PublicArithmetic<Element>,
  publicKey: string,
  trustees: VerifiedTrustees<Element> | undefined,
): void {
  const key = arithmetic.parseMember(publicKey);
  if (key === undefined)
    return ledger.fail("election-key", "ELECTION_KEY_MISMATCH", "the election's key is not a member of its group");
  if (trustees === undefined) return ledger.leaveOut("election-key", "the trustees' keys do not hold");
  if (!arithmetic.isEqual(key, trustees.publicKey)) {
    return ledger.fail("election-key", "ELECTION_KEY_MISMATCH", "the election's key is not the trustees' key");
  }
  ledger.pass("election-key", "the election's key is the trustees' key");
}
