// What weights tell, by the worked examples of the protocol's section on secrecy, counted exactly.
import { describe, expect, test } from "vitest";
import {
  choiceSharesGiven,
  countAssignments,
  expectedLeak,
  weightClassesOf,
  weightWarnings,
} from "./weight-secrecy.ts";

const nine = [1, 1, 2, 2, 3, 4, 5, 6, 7];
const thirty = [...Array<number>(20).fill(1), ...Array<number>(8).fill(3), 7, 7];

function perCent(shares: { readonly yes: number; readonly no: number; readonly abstain: number }): number[] {
  return [shares.yes, shares.no, shares.abstain].map((share) => Math.round(share * 100));
}

describe("what an exact result says of one voter", () => {
  // Requirement: CM 26, CM 19
  test("weights 1, 1, 1, 7 with 3 yes and 7 no: everybody is known with certainty", () => {
    const result = { yes: 3, no: 7 };
    expect(countAssignments([1, 1, 1, 7], result)).toBe(1n);
    expect(perCent(choiceSharesGiven([1, 1, 1, 7], 7, result))).toEqual([0, 100, 0]);
    expect(perCent(choiceSharesGiven([1, 1, 1, 7], 1, result))).toEqual([100, 0, 0]);
  });

  test("nine voters of weights 1 to 7 with 14, 11 and 6: 71 ways, and the heaviest is yes at 66 %, no at 34 %, abstaining at 0 %", () => {
    expect(countAssignments(nine, { yes: 14, no: 11 })).toBe(71n);
    expect(perCent(choiceSharesGiven(nine, 7, { yes: 14, no: 11 }))).toEqual([66, 34, 0]);
  });

  test("thirty voters with 40, 10 and 8: each of the two heavy ones is yes at 99 %, a light one 45, 29, 26 %", () => {
    expect(perCent(choiceSharesGiven(thirty, 7, { yes: 40, no: 10 }))).toEqual([99, 1, 0]);
    expect(perCent(choiceSharesGiven(thirty, 1, { yes: 40, no: 10 }))).toEqual([45, 29, 26]);
  });

  test("every way of voting is counted once: the ways of all results together are three to the number of voters", () => {
    let ways = 0n;
    for (let yes = 0; yes <= 10; yes += 1)
      for (let no = 0; no <= 10; no += 1) ways += countAssignments([1, 1, 1, 7], { yes, no });
    expect(ways).toBe(81n);
  });

  test("a result that these voters cannot give says nothing", () => {
    expect(choiceSharesGiven([2, 2], 2, { yes: 1, no: 0 })).toEqual({ yes: 0, no: 0, abstain: 0 });
  });
});

describe("the warnings before opening", () => {
  // Requirement: CM 26
  test("a unique and dominant weight among few voters is said with all its reasons", () => {
    const warnings = weightWarnings([1, 1, 1, 7]);
    expect(warnings.map(({ kind }) => kind)).toEqual([
      "few-voters",
      "rare-weight",
      "unique-weight",
      "dominant-voter",
      "choice-guessed",
      "choice-guessed",
    ]);
    expect(warnings).toContainEqual({ kind: "dominant-voter", weight: 7, shareInHundredths: 7000 });
    expect(warnings).toContainEqual({
      kind: "choice-guessed",
      weight: 7,
      guessedInHundredths: 10_000,
      certainInHundredths: 10_000,
    });
  });

  test("two heavy voters among thirty are nearly unique, and the average result gives their choice away", () => {
    expect(weightWarnings(thirty)).toEqual([
      { kind: "rare-weight", weight: 7, voters: 2 },
      { kind: "choice-guessed", weight: 7, guessedInHundredths: 6131, certainInHundredths: 0 },
    ]);
  });

  test("a large roll with many voters of every weight needs no warning", () => {
    expect(weightWarnings([1, 2, 4].flatMap((weight) => Array<number>(200).fill(weight)))).toEqual([]);
  });

  test("one vote each: only their small number is to be said", () => {
    expect(weightWarnings(Array<number>(10).fill(1))).toEqual([{ kind: "few-voters", voters: 10 }]);
    expect(expectedLeak(Array<number>(10).fill(1), 1).certain).toBeLessThan(0.01);
  });

  test("the weights are counted", () => {
    expect(weightClassesOf([7, 1, 1])).toEqual([
      { weight: 1, voters: 2 },
      { weight: 7, voters: 1 },
    ]);
  });
});
