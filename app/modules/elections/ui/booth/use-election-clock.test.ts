// How long is left is said in the units that matter, and warned of at few moments.
import { expect, test } from "vitest";
import { timeLeft, timeLeftKey, warningMinutes } from "./use-election-clock.ts";

const minute = 60_000;

test("the nearer the close, the finer the words", () => {
  const key = (milliseconds: number) => timeLeftKey(timeLeft(milliseconds));
  expect([50 * 60 * minute, 3 * 60 * minute, 5 * minute, 20_000, -5].map(key)).toEqual([
    "days",
    "hours",
    "minutes",
    "seconds",
    "seconds",
  ]);
  expect(timeLeft(26 * 60 * minute + 90_000)).toEqual({ days: 1, hours: 2, minutes: 1, seconds: 30 });
});

test("the close is warned of at 20, 10, 5 and 1 minutes and at no other moment", () => {
  expect([25, 19.9, 12, 9.5, 4, 0.5, 0].map((minutes) => warningMinutes(minutes * minute))).toEqual([
    undefined,
    20,
    20,
    10,
    5,
    1,
    undefined,
  ]);
});
