import { expect, test } from "vitest";
import { createElectionInput } from "./create-election.input.ts";

const sound = {
  body: "board",
  title: { es: "Directorio", en: "Board", pt: "Diretoria" },
  maxChoices: 2,
  candidates: [{ name: "Ana" }, { name: "Bruno" }],
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

test("a sound description has no problem and gets the default group", () => {
  expect(problemsOf(sound)).toEqual([]);
  expect(createElectionInput.parse(sound)).toMatchObject({ group: "Ed25519", minChoices: 1, allowsBlank: true });
});

test.each([
  ["it closes before it opens", { closesAt: sound.opensAt }, "closesAt: CLOSES_BEFORE_IT_OPENS"],
  ["there are more choices than candidates", { maxChoices: 3 }, "maxChoices: MORE_CHOICES_THAN_CANDIDATES"],
  ["the minimum is above the maximum", { minChoices: 3 }, "minChoices: MINIMUM_ABOVE_MAXIMUM"],
  [
    "the threshold is above the number of trustees",
    { trusteeThreshold: 4 },
    "trusteeThreshold: THRESHOLD_ABOVE_TRUSTEES",
  ],
  ["a trustee is named twice", { trusteeAccountIds: ["a", "a"] }, "trusteeAccountIds: TRUSTEE_TWICE"],
  [
    "two candidates have the same name",
    { candidates: [{ name: "Ana" }, { name: "ana" }] },
    "candidates: CANDIDATE_TWICE",
  ],
  ["a language has no title", { title: { ...sound.title, pt: " " } }, "title.pt: REQUIRED"],
])("it is a problem when %s", (_, change, problem) => {
  expect(problemsOf({ ...sound, ...change })).toEqual([problem]);
});
