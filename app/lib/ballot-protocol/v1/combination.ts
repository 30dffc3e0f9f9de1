// From the partial decryptions to g^m for every choice (SPECIFICATION §8.3).
import { ok, type Result } from "../../result/index.ts";
import { refuseWith, type ProtocolRefusal } from "../errors.ts";
import type { PublicArithmetic } from "../primitives/group.ts";
import { modularInverse, modulo } from "../primitives/scalars.ts";
import type { Ciphertext } from "./proofs/disjunction.ts";
import type { PerChoice } from "./tally.ts";
import type { VerifiedTrustee, VerifiedTrustees } from "./trustees/verify-trustees.ts";

/** Verified decryption factors by owner. */
export type FactorsByOwner<Element> = ReadonlyMap<number, PerChoice<Element>>;

/** The Lagrange coefficient of one trustee among those who decrypt, for the value at zero. */
export function lagrangeAtZero(index: number, indexes: readonly number[], order: bigint): bigint {
  let numerator = 1n;
  let denominator = 1n;
  for (const other of indexes) {
    if (other === index) continue;
    numerator = modulo(numerator * BigInt(other), order);
    denominator = modulo(denominator * BigInt(other - index), order);
  }
  return modulo(numerator * modularInverse(denominator, order), order); // λ
}

/** g^m = β / F for every choice; refused if the trustees who decrypted are not enough. */
export function openTally<Element>(
  arithmetic: PublicArithmetic<Element>,
  tally: PerChoice<Ciphertext<Element>>,
  trustees: VerifiedTrustees<Element>,
  factors: FactorsByOwner<Element>,
): Result<Element[][], ProtocolRefusal> {
  let opened = tally.map((row) => row.map(({ beta }) => beta));
  let before = 0;
  for (const trustee of trustees.items) {
    const present = presentIndexes(trustee, before, factors);
    if (present.length < trustee.threshold)
      return refuseWith("DECRYPTIONS_NOT_ENOUGH", { needed: trustee.threshold, present: present.length });
    for (const index of present) {
      const owned = factors.get(before + index);
      const exponent = modulo(-lagrangeAtZero(index, present, arithmetic.order), arithmetic.order);
      opened = opened.map((row, question) =>
        row.map((value, choice) =>
          arithmetic.multiply(value, arithmetic.power(owned?.[question]?.[choice] ?? arithmetic.identity, exponent)),
        ),
      );
    }
    before += trustee.keys.length;
  }
  return ok(opened);
}

/** The numbers, within the item, of the first trustees who decrypted and suffice. */
function presentIndexes<Element>(
  trustee: VerifiedTrustee<Element>,
  before: number,
  factors: FactorsByOwner<Element>,
): number[] {
  const present = trustee.keys.map((_, position) => position + 1).filter((index) => factors.has(before + index));
  return present.slice(0, trustee.threshold);
}
