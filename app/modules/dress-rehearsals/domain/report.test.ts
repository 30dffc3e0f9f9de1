// The report says what happened, and waits where nothing has happened yet.
import { expect, test } from "vitest";
import type { RehearsalFacts } from "./report.ts";
import { checksOf, isComplete } from "./report.ts";

const whole: RehearsalFacts = {
  trustees: [
    { hasRehearsed: true, hasDecrypted: true },
    { hasRehearsed: true, hasDecrypted: true },
    { hasRehearsed: true, hasDecrypted: false },
  ],
  threshold: 2,
  voters: 2,
  languages: ["es", "en", "pt"],
  isSealed: true,
  mails: { sent: 2, waiting: 0, inTrouble: 0 },
  ballots: 3,
  closedLate: 0,
  archive: "valid",
  voted: 2,
  result: [[1, 1]],
  expected: [[1, 1]],
};
const outcomes = (facts: RehearsalFacts) =>
  Object.fromEntries(checksOf(facts).map(({ code, outcome }) => [code, outcome]));

test("a rehearsal in which everything worked passes every check", () => {
  expect(new Set(Object.values(outcomes(whole)))).toEqual(new Set(["passed"]));
  expect(isComplete(checksOf(whole))).toBe(true);
});

test("a mail that came back fails the mail, however many arrived", () => {
  expect(outcomes({ ...whole, mails: { sent: 1, waiting: 0, inTrouble: 1 } })).toMatchObject({ mail: "failed" });
});

test("a result that is not the sum of the parts fails; with a voter missing nothing is compared", () => {
  expect(outcomes({ ...whole, result: [[2, 0]] })).toMatchObject({ result: "failed" });
  expect(outcomes({ ...whole, result: [[2, 0]], voted: 1 })).toMatchObject({ result: "noticed", votes: "noticed" });
});

test("before the box is sealed the report waits and cannot be signed", () => {
  const early = { ...whole, isSealed: false, closedLate: null, archive: null, voted: null, result: null };
  expect(outcomes(early)).toMatchObject({ mail: "waiting", close: "waiting", result: "waiting" });
  expect(isComplete(checksOf(early))).toBe(false);
});
