import { expect, test } from "vitest";
import { shareInHundredths, tallyLines } from "./tally-view.ts";

test("candidates stand in the order of their votes and blank stands last, whatever it got", () => {
  expect(tallyLines([9, 3, 5], true)).toEqual([
    { option: 1, votes: 5, shareInHundredths: 2941 },
    { option: 0, votes: 3, shareInHundredths: 1765 },
    { option: "blank", votes: 9, shareInHundredths: 5294 },
  ]);
});

test("candidates with the same votes keep the order of the ballot", () => {
  expect(tallyLines([4, 4], false).map((line) => line.option)).toEqual([0, 1]);
});

test("an election in which nobody voted has shares of zero and not of nothing", () => {
  expect(tallyLines([0, 0], true).every((line) => line.shareInHundredths === 0)).toBe(true);
  expect(shareInHundredths(0, 0)).toBe(0);
});
