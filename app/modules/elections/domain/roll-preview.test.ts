// The numbers before the roll is frozen.
import { expect, test } from "vitest";
import type { VotingRight } from "#app/modules/membership/index.ts";
import { comesIntoRoll, previewRoll } from "./roll-preview.ts";

const contact = {
  accountId: "a",
  userId: "MAP193",
  name: "María",
  email: "maria@example.net",
  language: "es",
} as const;

function aRight(change: Partial<VotingRight>, categoryKey = "small"): VotingRight {
  const names = { es: categoryKey, en: categoryKey, pt: categoryKey };
  return {
    organizationId: "o",
    handle: "HN-ONE-LACNIC",
    name: "One",
    country: "HN",
    class: "active",
    category: categoryKey,
    votes: 2,
    explanation: {
      date: "2026-01-01",
      rules: { id: "default", effectiveFrom: "2000-01-01", isAssumed: true, source: "" },
      class: null,
      memberSince: null,
      ipv4Addresses: "256",
      ipv6Networks: "0",
      asns: 0,
      ipv4Category: null,
      ipv6Category: null,
      category: { key: categoryKey, names, votes: 2 },
      votes: 2,
      standing: { isGood: true, reasonsNot: [] },
    },
    contact,
    isEntitled: true,
    reasonsNot: [],
    ...change,
  };
}

test("the preview adds organisations and votes by category, the most votes first", () => {
  const preview = previewRoll([aRight({}), aRight({}), aRight({ votes: 7 }, "large")]);
  expect(preview).toMatchObject({ organizations: 3, votes: 11, leftOut: 0, reasons: [] });
  expect(preview.groups.map(({ key, organizations, votes }) => [key, organizations, votes])).toEqual([
    ["large", 1, 7],
    ["small", 2, 4],
  ]);
});

test("organisations that stay out are counted under each of their reasons", () => {
  const preview = previewRoll([
    aRight({ isEntitled: false, reasonsNot: ["OWES_MONEY"] }),
    aRight({ isEntitled: false, contact: null, reasonsNot: ["OWES_MONEY", "NO_MEMBERSHIP_CONTACT"] }),
    aRight({}),
  ]);
  expect(preview.leftOut).toBe(2);
  expect(preview.reasons).toEqual([
    { reason: "OWES_MONEY", count: 2 },
    { reason: "NO_MEMBERSHIP_CONTACT", count: 1 },
  ]);
});

test("an organisation without contact or votes does not come into the roll", () => {
  expect(comesIntoRoll(aRight({}))).toBe(true);
  expect(comesIntoRoll(aRight({ contact: null }))).toBe(false);
  expect(comesIntoRoll(aRight({ votes: 0 }))).toBe(false);
});
