// What a kept change of the roll may hold, and what it may not.
import { expect, test } from "vitest";
import { readRollChanges } from "./read-roll-changes.ts";

test("the fields of a kept change are read, and anything else is a bug that is thrown", () => {
  const votes = { field: "votes", before: 4, after: 5, isPublic: true };
  expect(readRollChanges([votes])).toEqual([votes]);
  for (const wrong of [
    null,
    {},
    [{ ...votes, field: "password" }],
    [{ ...votes, isPublic: "yes" }],
    [{ field: "votes" }],
  ])
    expect(() => readRollChanges(wrong), JSON.stringify(wrong)).toThrow();
});
