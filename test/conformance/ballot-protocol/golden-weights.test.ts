// Weights as other associations had them, through real ballots, the sum and its decryption: the incumbent's weight tests of 2013, a
// university's tenths of a vote, and tiers up to 64. Two of three trustees decrypt. Source: requirements.md §9 nos. 4, 7 and 8.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseCredentials, verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { countSeats } from "#app/lib/seat-count/index.ts";
import { defaultRules } from "#app/modules/membership/domain/default-rules.ts";
import { findRuleProblems, rulesDocument } from "#app/modules/membership/domain/rules.ts";
import { archiveOf, makeElection } from "./support/whole-election.ts";

interface WeightCase {
  readonly weights: Record<string, number>;
  readonly ballots: Record<string, readonly string[]>;
  readonly totals: Record<string, number>;
}

const { weightCases } = JSON.parse(
  readFileSync(new URL("../../vectors/results/published-results.json", import.meta.url), "utf8"),
) as { readonly weightCases: readonly WeightCase[] };

/** What the archive's result says of each answer; the blank votes apart. */
function counted(weights: readonly number[], ballots: readonly (readonly number[])[]) {
  const question = { question: "Who?", answers: ["A", "B", "C"], blank: true, min: 1, max: 2 };
  const votes = ballots.map((selected, voter) => ({ voter, selected: [selected] }));
  const plan = { group: "Ed25519" as const, questions: [question], weights, votes };
  const report = verifyArchive(archiveOf(makeElection({ ...plan, decryptingOwners: [1, 3] })));
  const [blank = 0, ...totals] = (report.result?.[0] ?? []).map(Number);
  return { verdict: report.verdict, stage: report.stage, blank, totals };
}

// Requirement: CM 9
test.each(weightCases)(
  "the incumbent's weight test %# comes out as it was published",
  ({ weights, ballots, totals }) => {
    const names = Object.keys(weights);
    const marks = names.map((name) => (ballots[name] ?? []).map((mark) => "ABC".indexOf(mark)));
    const blank = names
      .filter((name) => ballots[name]?.length === 0)
      .reduce((sum, name) => sum + (weights[name] ?? 0), 0);
    expect(counted(Object.values(weights), marks)).toEqual({
      verdict: "valid",
      stage: "result",
      blank,
      totals: ["A", "B", "C"].map((name) => totals[name]),
    });
  },
);

test("a weight of three that marks two candidates gives three to each", () => {
  expect(counted([3], [[0, 1]]).totals).toEqual([3, 3, 0]);
});

// Requirement: CM 9
test("three voters with a tenth of a vote tie with one who has three tenths: in tenths, exactly", () => {
  const { totals } = counted([1, 1, 1, 3, 10], [[0], [0], [0], [1], [2]]);
  expect(totals).toEqual([3, 3, 10]);
  expect(0.1 + 0.1 + 0.1).not.toBe(0.3);
  const outcome = countSeats({
    candidates: ["A", "B", "C"].map((id, index) => ({
      ...{ id, name: id, votes: totals[index]!, citizenships: [], employerGroup: "" },
    })),
    ...{ blankVotes: 0, seats: 2, termYears: 3, capPerCitizenship: null, capPerEmployerGroup: null },
    ...{ tieRule: "lot", staying: [] },
  });
  expect(outcome.elected.map(({ id }) => id)).toEqual(["C"]);
  expect(outcome.ties).toHaveLength(1);
});

test("a weight that is no whole number stands in no list of credentials", () => {
  const { credentials } = makeElection({ group: "Ed25519", weights: [1, 2], votes: [{ voter: 0, selected: [[0]] }] });
  const entries = JSON.parse(credentials) as string[];
  expect(parseCredentials("Ed25519", JSON.stringify(entries)).ok).toBe(true);
  for (const weight of ["0.1", "1.5", "1e1", "-1"]) {
    const changed = entries.map((entry) => entry.replace(/,2$/, `,${weight}`));
    expect(changed).not.toEqual(entries);
    expect(parseCredentials("Ed25519", JSON.stringify(changed)).ok, weight).toBe(false);
  }
});

describe("tiers of 1, 2, 4 … 64 votes", () => {
  const tiers = [1, 2, 4, 8, 16, 32, 64];

  test("are a version of the rules as good as any other", () => {
    const categories = [
      ...tiers.slice(0, -1).map((votes, index) => ({ ...defaultRules.categories[index]!, votes })),
      { ...defaultRules.categories.at(-1)!, votes: 64 },
    ];
    expect(findRuleProblems({ ...defaultRules, categories })).toEqual([]);
    expect(rulesDocument.safeParse({ ...defaultRules, categories }).success).toBe(true);
  });

  test("count each with its weight", () => {
    expect(counted(tiers, [[0], [0], [0], [0], [0], [0], [1]]).totals).toEqual([63, 64, 0]);
  });
});
