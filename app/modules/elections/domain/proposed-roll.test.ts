// What a proposed roll keeps of each organisation, and what of it differs later.
import fc from "fast-check";
import { expect, test } from "vitest";
import { hashOfLine, linesThatDiffer, readLines, saltOf, writeLines } from "./proposed-roll.ts";

const handle = fc.stringMatching(/^[A-Z0-9-]{1,12}$/);
const lines = fc
  .uniqueArray(fc.tuple(handle, fc.integer()), { selector: ([key]) => key })
  .map((pairs) => new Map(pairs.map(([key, votes]) => [key, hashOfLine({ votes })])));

test("what is kept of a roll is read again as it was, and differs from itself in nothing", () => {
  fc.assert(
    fc.property(lines, (roll) => {
      expect(readLines(writeLines(roll))).toEqual(roll);
      expect(linesThatDiffer(roll, readLines(writeLines(roll)))).toEqual([]);
    }),
  );
});

test("who came, who went and whose line is another differ, and nobody else", () => {
  const before = new Map([
    ["A", "1"],
    ["B", "1"],
    ["C", "1"],
  ]);
  const after = new Map([
    ["D", "1"],
    ["C", "2"],
    ["A", "1"],
  ]);
  expect(linesThatDiffer(before, after)).toEqual(["B", "C", "D"]);
});

test("a seed gives each handle one salt of sixteen bytes, and another seed another", () => {
  const [seed, other] = ["ab".repeat(32), "cd".repeat(32)];
  expect(saltOf(seed, "HN-A")).toEqual(saltOf(seed, "HN-A"));
  expect(saltOf(seed, "HN-A")).toHaveLength(16);
  expect(saltOf(seed, "HN-A")).not.toEqual(saltOf(seed, "HN-B"));
  expect(saltOf(seed, "HN-A")).not.toEqual(saltOf(other, "HN-A"));
});
