// Parts are allowed votes, use every answer, and add up.
import { expect, test } from "vitest";
import { expectedResult, partOf } from "./parts.ts";

const board = { answers: 3, minChoices: 1, maxChoices: 2, allowsBlank: true };
const question = { answers: 3, minChoices: 1, maxChoices: 1, allowsBlank: false };
const contests = [board, question];

test("every part is an allowed vote, without an answer twice", () => {
  for (let person = 0; person < 24; person += 1) {
    const [ofBoard = [], ofQuestion = []] = partOf(person, contests);
    expect(ofBoard.length).toBeLessThanOrEqual(2);
    expect(new Set(ofBoard).size).toBe(ofBoard.length);
    expect(ofQuestion.length).toBe(1);
  }
});

test("among a dozen people every answer is chosen, and somebody votes blank", () => {
  const parts = Array.from({ length: 12 }, (_, person) => partOf(person, contests));
  for (const counts of expectedResult(parts, contests)) expect(Math.min(...counts)).toBeGreaterThan(0);
});

test("the expected result has the blank first, as the archive has", () => {
  expect(
    expectedResult(
      [
        [[], [2]],
        [[0, 2], [0]],
      ],
      contests,
    ),
  ).toEqual([
    [1, 1, 0, 1],
    [1, 0, 1],
  ]);
});
