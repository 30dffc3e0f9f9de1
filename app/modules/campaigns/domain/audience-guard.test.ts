// Small audiences must not tell who voted.
import { expect, test } from "vitest";
import { guardAudience } from "./audience-guard.ts";

const narrowed = { audience: "not-voted", isNarrowed: true } as const;

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
  expect(guardAudience({ audience: "not-voted", isNarrowed: false, entries: 3, reached: 1 }).ok).toBe(true);
  expect(guardAudience({ audience: "all", isNarrowed: true, entries: 1, reached: 1 }).ok).toBe(true);
});

test("nobody is no audience", () => {
  expect(guardAudience({ audience: "all", isNarrowed: false, entries: 0, reached: 0 })).toMatchObject({
    error: { code: "AUDIENCE_EMPTY" },
  });
});
