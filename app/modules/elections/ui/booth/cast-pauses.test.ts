// When a pause between two ballots of one person is over, and when there is none.
import { expect, test } from "vitest";
import { drawPause, hasTimeToPause, isPauseOver } from "./cast-pauses.ts";

const minuteMs = 60_000;
const pause = { leastMs: 20_000, longestMs: 150_000, others: 2 };

test.each([
  ["before it has lasted, however many came", 19_000, 9, false],
  ["when it has lasted and others came in between", 20_000, 2, true],
  ["when it has lasted and too few came", 149_000, 1, false],
  ["while nobody answers", 149_000, undefined, false],
  ["at the latest, whatever came", 150_000, undefined, true],
])("a pause is over or not: %s", (_, waitedMs, others, isOver) => {
  expect(isPauseOver(pause, waitedMs, others)).toBe(isOver);
});

test("every pause is drawn anew, between ten seconds and three minutes, for one to three ballots of others", () => {
  let seed = 7;
  const random = () => (seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32);
  const drawn = Array.from({ length: 500 }, () => drawPause(random));
  expect(new Set(drawn.map(({ others }) => others))).toEqual(new Set([1, 2, 3]));
  expect(new Set(drawn.map(({ leastMs }) => leastMs)).size).toBeGreaterThan(400);
  for (const { leastMs, longestMs } of drawn) {
    expect(leastMs).toBeGreaterThanOrEqual(10_000);
    expect(leastMs).toBeLessThanOrEqual(40_000);
    expect(longestMs).toBeGreaterThanOrEqual(2 * minuteMs);
    expect(longestMs).toBeLessThanOrEqual(3 * minuteMs);
  }
});

// Requirement: CM 12
test("near the close nothing is put off, and all pauses together are short", () => {
  expect(hasTimeToPause({ left: 31 * minuteMs, waitedMs: 0 })).toBe(true);
  expect(hasTimeToPause({ left: 30 * minuteMs, waitedMs: 0 })).toBe(false);
  expect(hasTimeToPause({ left: 300 * minuteMs, waitedMs: 17 * minuteMs })).toBe(true);
  expect(hasTimeToPause({ left: 300 * minuteMs, waitedMs: 18 * minuteMs })).toBe(false);
});
