import fc from "fast-check";
import { expect, test } from "vitest";
import { couldChangeResult, electedByVotes } from "./could-change-result.ts";

/** Every way to mark from one to `most` of the candidates, or blank. */
function markings(candidates: number, most: number): number[][] {
  const all = Array.from({ length: 2 ** candidates }, (_, bits) =>
    Array.from({ length: candidates }, (_, index) => index).filter((index) => (bits >> index) & 1),
  );
  return all.filter((marks) => marks.length <= most);
}

/** The totals that the left-out ballots could give if they were counted. */
function possibleTotals(votes: readonly number[], weights: readonly number[], most: number): number[][] {
  return weights.reduce<number[][]>(
    (totals, weight) =>
      totals.flatMap((before) =>
        markings(votes.length, most).map((marks) =>
          before.map((count, index) => count + (marks.includes(index) ? weight : 0)),
        ),
      ),
    [[...votes]],
  );
}

/** Somebody else is seated, or a lot would have to decide. */
function differs(votes: readonly number[], seats: number, elected: readonly number[]): boolean {
  const lowestSeated = Math.min(...elected.map((index) => votes[index]!));
  const highestOther = Math.max(-1, ...votes.filter((_, index) => !elected.includes(index)));
  return seats < votes.length && highestOther >= lowestSeated;
}

const cases = fc.record({
  votes: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
  seats: fc.integer({ min: 1, max: 3 }),
  weights: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
  most: fc.integer({ min: 1, max: 2 }),
});

test("says yes exactly when some choice of the left-out ballots would change who is elected (all small cases)", () => {
  fc.assert(
    fc.property(cases, ({ votes, seats, weights, most }) => {
      const elected = electedByVotes(votes, seats);
      const swing = weights.reduce((sum, weight) => sum + weight, 0);
      const bound = couldChangeResult({ votes, elected }, swing);
      const isPossible = possibleTotals(votes, weights, most).some((totals) => differs(totals, seats, elected));
      expect(bound.couldChange).toBe(isPossible);
    }),
    { numRuns: 400 },
  );
});

test("never says no where a cap passed somebody over and a swap of places is possible", () => {
  expect(couldChangeResult({ votes: [10, 7, 6], elected: [1] }, 1).couldChange).toBe(true);
  expect(couldChangeResult({ votes: [20, 10, 5], elected: [1] }, 2).couldChange).toBe(false);
});

test("says no when nothing weighs, or when nobody is left without a seat", () => {
  expect(couldChangeResult({ votes: [3, 3], elected: [0] }, 0).couldChange).toBe(false);
  expect(couldChangeResult({ votes: [3, 1], elected: [0, 1] }, 50)).toMatchObject({
    margin: null,
    couldChange: false,
  });
});

test("where the first serve longer than the last, an exchange of their places is a change, and one among equals is none", () => {
  const served = { votes: [100, 90, 86, 40], elected: [0, 1, 2], terms: [3, 3, 2] };
  expect(couldChangeResult(served, 4)).toMatchObject({ margin: 4, couldChange: true });
  expect(couldChangeResult(served, 3)).toMatchObject({ margin: 4, couldChange: false });
  expect(couldChangeResult({ ...served, terms: [3, 3, 3] }, 4)).toMatchObject({ margin: 46, couldChange: false });
  expect(couldChangeResult({ ...served, votes: [100, 99, 86, 40] }, 4).couldChange).toBe(false);
});
