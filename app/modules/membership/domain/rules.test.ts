import { expect, test } from "vitest";
import { defaultRules } from "./default-rules.ts";
import { differencesBetween } from "./rule-differences.ts";
import type { Category, RulesDocument } from "./rules.ts";
import { findRuleProblems, rulesDocument } from "./rules.ts";

function withCategory(index: number, change: Partial<Category>): RulesDocument {
  const categories = defaultRules.categories.map((category, at) =>
    at === index ? { ...category, ...change } : category,
  );
  return { ...defaultRules, categories };
}

test("the default rules do not contradict themselves", () => {
  expect(findRuleProblems(defaultRules)).toEqual([]);
  expect(rulesDocument.parse(defaultRules)).toEqual(defaultRules);
});

const contradictions: readonly [string, RulesDocument][] = [
  ["problems.categoryTwice", withCategory(1, { key: "nano" })],
  ["problems.votesFall", withCategory(1, { votes: 0 })],
  ["problems.ipv4LimitsFall", withCategory(1, { ipv4: { kind: "below", blocks: 1, prefix: 23 } })],
  ["problems.ipv4LimitsFall", withCategory(1, { ipv4: { kind: "any" } })],
  ["problems.ipv4LimitsFall", withCategory(1, { ipv4: { kind: "below", blocks: 1_000_000, prefix: 40 } })],
  ["problems.ipv6LimitsFall", withCategory(2, { ipv6: { kind: "up-to", blocks: 1, prefix: 33 } })],
  ["problems.ipv4LastMustBeOpen", withCategory(10, { ipv4: { kind: "below", blocks: 1, prefix: 6 } })],
  ["problems.ipv6LastMustBeOpen", withCategory(10, { ipv6: { kind: "not-used" } })],
  ["problems.classTwice", { ...defaultRules, classes: [...defaultRules.classes, ...defaultRules.classes.slice(1)] }],
  ["problems.oneHolderClass", { ...defaultRules, classes: defaultRules.classes.slice(1) }],
];

test.each(contradictions)("%s is found", (problem, document) => {
  expect(findRuleProblems(document)).toContain(problem);
  expect(rulesDocument.safeParse(document).success).toBe(false);
});

test("limits may be several blocks, such as three /11", () => {
  const document = withCategory(6, { ipv4: { kind: "below", blocks: 3, prefix: 11 } });
  expect(findRuleProblems(document)).toEqual([]);
});

test("the differences of two versions are named field by field", () => {
  expect(differencesBetween(defaultRules, defaultRules)).toEqual([]);
  expect(differencesBetween(defaultRules, withCategory(0, { votes: 0 }))).toEqual([
    { field: "categories.nano.votes", before: "1", after: "0" },
  ]);
});
