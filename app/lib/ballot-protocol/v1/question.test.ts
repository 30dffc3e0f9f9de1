// What a voter may choose, and how a choice becomes the numbers that are encrypted.
import { expect, test } from "vitest";
import { choiceVector, isAllowedVector } from "./question.ts";

const question = { question: "Who?", answers: ["Alice", "Bob", "Carol"], blank: true, min: 1, max: 2 };

test("selected answers become ones after the blank flag", () => {
  expect(choiceVector(question, [0, 2])).toEqual({ ok: true, value: [0, 1, 0, 1] });
});

test("selecting nobody is a blank vote where that is offered", () => {
  expect(choiceVector(question, [])).toEqual({ ok: true, value: [1, 0, 0, 0] });
});

test.each<[string, number[], boolean, string]>([
  ["more than the most", [0, 1, 2], true, "CHOICE_TOO_MANY"],
  ["nobody without blank", [], false, "CHOICE_TOO_FEW"],
  ["an answer that there is not", [3], true, "CHOICE_UNKNOWN"],
  ["an answer twice", [1, 1], true, "CHOICE_REPEATED"],
])("selecting %s is refused", (_, selected, blank, code) => {
  expect(choiceVector({ ...question, blank }, selected)).toMatchObject({ ok: false, error: { code } });
});

test.each([[[1, 1, 0, 0]], [[0, 2, 0, 0]], [[0, 0, 0, 0]], [[1, 0, 0]], [[0, 1, 1, 1]]])(
  "the numbers %j are no vote",
  (numbers) => {
    expect(isAllowedVector(question, numbers)).toBe(false);
  },
);
