// Check "partial-decryptions": every trustee's contribution is proved, and nobody's stands there twice (SPECIFICATION §8.2).
import type { PublicArithmetic } from "../../primitives/group.ts";
import type { Ciphertext } from "../../v1/proofs/disjunction.ts";
import { readVerifiedFactors } from "../../v1/partial-decryption.ts";
import type { VerifiedTrustees } from "../../v1/trustees/verify-trustees.ts";
import type { ArchivedDecryption } from "../archive-contents.ts";
import type { CheckLedger } from "../report.ts";

/** Checks all partial decryptions; gives the factors of those that hold. */
export function checkPartialDecryptions<Element>(
  ledger: CheckLedger,
  arithmetic: PublicArithmetic<Element>,
  decryptions: readonly ArchivedDecryption[],
  against: {
    readonly tally: Ciphertext<Element>[][];
    readonly trustees: VerifiedTrustees<Element>;
    readonly fingerprint: string;
  },
): Map<number, Element[][]> {
  const name = "partial-decryptions";
  const factors = new Map<number, Element[][]>();
  for (const { owner, payload } of decryptions) {
    const key = owner === undefined ? undefined : against.trustees.owners[owner - 1];
    if (owner === undefined || payload === undefined || key === undefined) {
      ledger.fail(name, "DECRYPTION_OWNER_UNKNOWN", "no trustee has this number", `trustee ${owner ?? "?"}`);
    } else if (factors.has(owner)) {
      ledger.fail(name, "DECRYPTION_OWNER_REPEATED", "the trustee decrypted twice", `trustee ${owner}`);
    } else {
      const verified = readVerifiedFactors(arithmetic, against.tally, payload, {
        key,
        fingerprint: against.fingerprint,
        owner,
      });
      if (verified.ok) factors.set(owner, verified.value);
      else ledger.fail(name, verified.error.code, "the partial decryption does not hold", `trustee ${owner}`);
    }
  }
  if (decryptions.length === 0) ledger.leaveOut(name, "nobody has decrypted yet");
  ledger.pass(name, `${factors.size} partial decryptions proved`);
  return factors;
}
