// Check "result": the announced numbers are what the trustees' decryptions open (SPECIFICATION §8.3, §8.4).
import type { PublicArithmetic } from "../../primitives/group.ts";
import { openTally } from "../../v1/combination.ts";
import { parseResult } from "../../v1/election-result.ts";
import type { Ciphertext } from "../../v1/proofs/disjunction.ts";
import type { VerifiedTrustees } from "../../v1/trustees/verify-trustees.ts";
import type { CheckLedger } from "../report.ts";

/** Checks the result; gives it as decimal texts if it can be read. */
export function checkResult<Element>(
  ledger: CheckLedger,
  arithmetic: PublicArithmetic<Element>,
  payload: string,
  from: {
    readonly tally: Ciphertext<Element>[][];
    readonly trustees: VerifiedTrustees<Element>;
    readonly factors: Map<number, Element[][]>;
  },
): void {
  const numbers = parseResult(payload);
  if (numbers === undefined || numbers.length !== from.tally.length) {
    return ledger.fail("result", "RESULT_MALFORMED", "the result cannot be read");
  }
  const opened = openTally(arithmetic, from.tally, from.trustees, from.factors);
  if (!opened.ok) return ledger.fail("result", opened.error.code, "the trustees who decrypted are not enough");
  for (const [question, row] of opened.value.entries()) {
    const announced = numbers[question] ?? [];
    if (announced.length !== row.length)
      return ledger.fail("result", "RESULT_MALFORMED", "another number of choices", `question ${question + 1}`);
    for (const [choice, element] of row.entries()) {
      const expected = arithmetic.powerOfBase(arithmetic.generator, BigInt(announced[choice] ?? 0)); // g^m
      if (arithmetic.isEqual(element, expected)) continue;
      ledger.fail(
        "result",
        "RESULT_MISMATCH",
        "the announced number is not what was decrypted",
        `question ${question + 1}, choice ${choice + 1}`,
      );
    }
  }
  ledger.pass("result", "the announced numbers are what was decrypted");
}
