// Every order of the candidates is equally likely.
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { shuffledIndexes } from "./shuffle.ts";

function seededNumbers(seed: string): () => number {
  let counter = 0;
  return () =>
    createHash("sha256")
      .update(`${seed}${(counter += 1)}`)
      .digest()
      .readUInt32BE(0);
}

test("every candidate occurs exactly once", () => {
  const order = shuffledIndexes(40, seededNumbers("once"));
  expect([...order].sort((left, right) => left - right)).toEqual(Array.from({ length: 40 }, (_, index) => index));
});

// Requirement: CM 10, L11
test("the order is uniform: chi-square over the 24 orders of four candidates", () => {
  const random = seededNumbers("uniform");
  const seen = new Map<string, number>();
  const draws = 24_000;
  for (let draw = 0; draw < draws; draw += 1) {
    const order = shuffledIndexes(4, random).join("");
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  const expected = draws / 24;
  const chiSquare = [...seen.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  expect(seen.size).toBe(24);
  // The 99.9 % point of chi-square with 23 degrees of freedom.
  expect(chiSquare).toBeLessThan(49.7);
});

test("numbers that would favour the first places are drawn again", () => {
  const drawn = [2 ** 32 - 1, 0, 0];
  expect(shuffledIndexes(3, () => drawn.shift() ?? 0)).toEqual([1, 2, 0]);
  expect(drawn).toEqual([]);
});

test("one candidate, or none, needs no drawing", () => {
  const never = () => {
    throw new Error("nothing to draw");
  };
  expect(shuffledIndexes(1, never)).toEqual([0]);
  expect(shuffledIndexes(0, never)).toEqual([]);
});
