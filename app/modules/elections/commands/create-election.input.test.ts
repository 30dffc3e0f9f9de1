import { expect, test } from "vitest";
import { createElectionInput } from "./create-election.input.ts";

const sound = {
  title: { es: "Directorio", en: "Board", pt: "Diretoria" },
  contests: [{ kind: "candidates", bodyKey: "board", maxChoices: 2, candidates: [{ name: "Ana" }, { name: "Bruno" }] }],
  trusteeAccountIds: ["a", "b", "c"],
  trusteeThreshold: 2,
  rollDate: "2026-03-01",
  opensAt: new Date("2026-03-10T18:00:00Z"),
  closesAt: new Date("2026-03-17T18:00:00Z"),
};

function problemsOf(input: unknown): string[] {
  const parsed = createElectionInput.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

const board = sound.contests[0]!;
const question = { kind: "question", title: { es: "¿Sube la cuota?", en: "Raise the fee?", pt: "Sobe a taxa?" } };

test("a sound description has no problem and gets the default group", () => {
  expect(problemsOf(sound)).toEqual([]);
  expect(createElectionInput.parse(sound)).toMatchObject({
    group: "Ed25519",
    electorate: "organizations",
    hasCall: false,
    contests: [{ minChoices: 1, allowsBlank: true }],
  });
});

test("several contests stand on one ballot, candidates or question, and where there is a call nobody need stand yet", () => {
  const titled = { ...board, title: sound.title };
  expect(problemsOf({ ...sound, contests: [titled, question] })).toEqual([]);
  expect(problemsOf({ ...sound, hasCall: true, contests: [{ ...board, candidates: [] }] })).toEqual([]);
});

test("a test election may be opened by whoever tries it alone", () => {
  expect(problemsOf({ ...sound, isTest: true, trusteeAccountIds: ["a"], trusteeThreshold: 1 })).toEqual([]);
});

// Requirement: CM 24, CM 46
test.each([
  ["it closes before it opens", { closesAt: sound.opensAt }, "closesAt: CLOSES_BEFORE_IT_OPENS"],
  [
    "the threshold is above the number of trustees",
    { trusteeThreshold: 4 },
    "trusteeThreshold: THRESHOLD_ABOVE_TRUSTEES",
  ],
  [
    "every trustee is needed, so that one lost key loses the result",
    { trusteeThreshold: 3 },
    "trusteeThreshold: THRESHOLD_NEEDS_EVERYBODY",
  ],
  ["a trustee is named twice", { trusteeAccountIds: ["a", "b", "b"] }, "trusteeAccountIds: TRUSTEE_TWICE"],
  ["two people hold the key", { trusteeAccountIds: ["a", "b"] }, "trusteeAccountIds: THREE_TRUSTEES_AT_LEAST"],
  ["one of them opens the votes alone", { trusteeThreshold: 1 }, "trusteeThreshold: THRESHOLD_OF_ONE"],
  ["a language has no title", { title: { ...sound.title, pt: " " } }, "title.pt: REQUIRED"],
  ["nothing is decided", { contests: [] }, "contests: AT_LEAST_ONE"],
  ["eleven contests stand on a ballot", { contests: Array(11).fill(question) }, "contests: TOO_MANY_CONTESTS"],
  ["one of several contests has no title", { contests: [question, board] }, "contests.1.title: CONTEST_TITLE_REQUIRED"],
])("it is a problem when %s", (_, change, problem) => {
  expect(problemsOf({ ...sound, ...change })).toEqual([problem]);
});

test("the terms begin on a day of one's choice, which is none before the close", () => {
  const on = (termsBeginOn: string) => problemsOf({ ...sound, contests: [{ ...board, termsBeginOn }] });
  expect(on("2026-03-17")).toEqual([]);
  expect(on("2026-03-16")).toEqual(["contests.0.termsBeginOn: TERMS_BEGIN_BEFORE_CLOSE"]);
  expect(on("soon")).toEqual(["contests.0.termsBeginOn: DAY_EXPECTED"]);
});

test.each([
  ["there are more choices than candidates", { maxChoices: 3 }, "maxChoices: MORE_CHOICES_THAN_CANDIDATES"],
  ["there are more marks than seats", { seats: 1 }, "maxChoices: MORE_CHOICES_THAN_SEATS"],
  ["the minimum is above the maximum", { minChoices: 3 }, "minChoices: MINIMUM_ABOVE_MAXIMUM"],
  [
    "two candidates have the same name",
    { candidates: [{ name: "Ana" }, { name: "ana" }] },
    "candidates: CANDIDATE_TWICE",
  ],
  ["nobody stands and there is no call", { candidates: [] }, "candidates: AT_LEAST_ONE"],
])("it is a problem of the contest when %s", (_, change, problem) => {
  expect(problemsOf({ ...sound, contests: [{ ...board, ...change }] })).toEqual([`contests.0.${problem}`]);
});
