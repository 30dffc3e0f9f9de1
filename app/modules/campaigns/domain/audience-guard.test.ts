// Small audiences must not tell who voted.
import { expect, test } from "vitest";
import { guardAudience } from "./audience-guard.ts";

const narrowed = { audience: "not-voted", isNarrowed: true, others: { entries: 20, reached: 10 } } as const;
const noOthers = { entries: 0, reached: 0 };

// Requirement: CM 26
test.each([
  ["two organisations", { entries: 2, reached: 1 }],
  ["organisations that have all voted", { entries: 20, reached: 0 }],
  ["organisations of which none has voted", { entries: 20, reached: 20 }],
])("a large country may not be asked either when the rest of the roll is %s", (_what, others) => {
  expect(guardAudience({ ...narrowed, entries: 30, reached: 20, others })).toMatchObject({
    error: { code: "AUDIENCE_TELLS_WHO_VOTED" },
  });
});

// Requirement: CM 26
test.each([
  ["a country with few members", { entries: 9, reached: 5 }],
  ["a country in which nobody has voted but one", { entries: 30, reached: 29 }],
  ["a country in which all but one have voted", { entries: 30, reached: 1 }],
])("who has not voted in %s may not be asked", (_what, counts) => {
  expect(guardAudience({ ...narrowed, ...counts })).toMatchObject({ error: { code: "AUDIENCE_TELLS_WHO_VOTED" } });
});

test("a large country, a whole roll, and mails to everybody may be asked", () => {
  expect(guardAudience({ ...narrowed, entries: 30, reached: 20 }).ok).toBe(true);
  expect(guardAudience({ audience: "not-voted", isNarrowed: false, others: noOthers, entries: 3, reached: 1 }).ok).toBe(
    true,
  );
  expect(guardAudience({ audience: "all", isNarrowed: true, others: noOthers, entries: 1, reached: 1 }).ok).toBe(true);
});

test("nobody is no audience", () => {
  expect(guardAudience({ audience: "all", isNarrowed: false, others: noOthers, entries: 0, reached: 0 })).toMatchObject(
    {
      error: { code: "AUDIENCE_EMPTY" },
    },
  );
});
