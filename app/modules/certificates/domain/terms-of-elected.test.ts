import { expect, test } from "vitest";
import type { CountedElection } from "./terms-of-elected.ts";
import { termsOfElected } from "./terms-of-elected.ts";

function counted(termsBeginOn: string | null, bodyKey = "board"): CountedElection {
  return {
    electionId: "e1",
    closesAt: new Date("2026-05-28T18:00:00Z"),
    contests: [{ position: 0, bodyKey, rules: { termsBegin: "new-year", seats: 1, termYears: 3 }, termsBeginOn }],
    candidates: [{ contest: 0, position: 0, name: "Ana", citizenships: ["UY"], employerGroup: "" }],
    count: { contests: [{ position: 0, elected: [{ candidate: 0, rank: 1, termYears: 3 }] }] },
  } as unknown as CountedElection;
}

const firstDays = (election: CountedElection) =>
  termsOfElected(election).flatMap(({ holders }) => holders.map(({ from }) => from));

test("terms begin on the day that the contest fixed when it was created, and otherwise on the day of the rules", () => {
  expect(firstDays(counted("2026-06-15"))).toEqual(["2026-06-15"]);
  expect(firstDays(counted(null))).toEqual(["2027-01-01"]);
});

test("an election of no body gives nobody an office", () => {
  expect(termsOfElected(counted(null, "other"))).toEqual([]);
});
