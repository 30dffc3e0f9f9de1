import fc from "fast-check";
import { expect, test } from "vitest";
import { ipv6UnitsInPrefix } from "#app/lib/ip-addresses/index.ts";
import { nothingHeld } from "./address-space.ts";
import { decideCategory } from "./category.ts";
import { defaultRules } from "./default-rules.ts";

const { categories } = defaultRules;

function categoryOf(ipv4: bigint, ipv6: bigint): string | undefined {
  return decideCategory({ ...nothingHeld, ipv4, ipv6 }, categories).category?.key;
}

function ipv4(prefix: number): bigint {
  return 1n << BigInt(32 - prefix);
}

// A category ends one address before its prefix: "less than a /22".
const ipv4Limits: readonly [number, string, string][] = [
  [22, "nano", "micro"],
  [20, "micro", "small"],
  [18, "small", "medium"],
  [16, "medium", "large"],
  [14, "large", "x-large"],
  [12, "x-large", "2x-large"],
  [10, "2x-large", "3x-large"],
  [9, "3x-large", "4x-large"],
  [8, "4x-large", "5x-large"],
  [7, "5x-large", "6x-large"],
];

test.each(ipv4Limits)("IPv4: one address less than a /%i is %s, a whole one is %s", (prefix, below, from) => {
  expect(categoryOf(ipv4(prefix) - 1n, 0n)).toBe(below);
  expect(categoryOf(ipv4(prefix), 0n)).toBe(from);
});

test("IPv4: several blocks count together, also when the sum is no power of two", () => {
  expect(categoryOf(256n + 512n, 0n)).toBe("nano");
  expect(categoryOf(512n + 512n, 0n)).toBe("micro");
  expect(categoryOf(1024n + 2048n, 0n)).toBe("micro");
  expect(categoryOf(1024n + 2048n + 1024n, 0n)).toBe("small");
  // Three /11 are more than a /10 and less than a /9.
  expect(categoryOf(3n * ipv4(11), 0n)).toBe("3x-large");
});

test("IPv4: the whole address space is still of the largest category", () => {
  expect(categoryOf(1n << 32n, 0n)).toBe("6x-large");
});

const ipv6Limits: readonly [number, string, string][] = [
  [30, "medium", "large"],
  [28, "large", "x-large"],
  [26, "x-large", "2x-large"],
  [24, "2x-large", "3x-large"],
  [22, "3x-large", "4x-large"],
  [20, "4x-large", "5x-large"],
  [19, "5x-large", "6x-large"],
];

test.each(ipv6Limits)("IPv6: one /64 less than a /%i is %s, a whole one is %s", (prefix, below, from) => {
  expect(categoryOf(0n, ipv6UnitsInPrefix(prefix) - 1n)).toBe(below);
  expect(categoryOf(0n, ipv6UnitsInPrefix(prefix))).toBe(from);
});

test("IPv6: up to a /32 is Small, less than a /32 (what end users are given) is Nano, and one /64 more is Medium", () => {
  expect(categoryOf(0n, ipv6UnitsInPrefix(48))).toBe("nano");
  expect(categoryOf(0n, ipv6UnitsInPrefix(32) - 1n)).toBe("nano");
  expect(categoryOf(0n, ipv6UnitsInPrefix(32))).toBe("small");
  expect(categoryOf(0n, ipv6UnitsInPrefix(32) + 1n)).toBe("medium");
});

test("the higher of the two families counts", () => {
  expect(categoryOf(ipv4(24), ipv6UnitsInPrefix(32))).toBe("small");
  expect(categoryOf(ipv4(15), ipv6UnitsInPrefix(32))).toBe("large");
  const both = decideCategory({ ...nothingHeld, ipv4: ipv4(24), ipv6: ipv6UnitsInPrefix(32) }, categories);
  expect([both.ipv4?.key, both.ipv6?.key]).toEqual(["nano", "small"]);
});

test("AS numbers alone give no category", () => {
  expect(decideCategory({ ...nothingHeld, asns: 3 }, categories).category).toBeUndefined();
});

test("more space never means a smaller category", () => {
  const amount = fc.tuple(fc.bigInt(0n, 1n << 32n), fc.bigInt(0n, 1n << 50n));
  fc.assert(
    fc.property(amount, amount, ([v4, v6], [more4, more6]) => {
      const index = (key: string | undefined) => categories.findIndex((category) => category.key === key);
      return index(categoryOf(v4, v6)) <= index(categoryOf(v4 + more4, v6 + more6));
    }),
  );
});

test("the default scale runs from 1 to 11 votes in eleven categories", () => {
  expect(categories.map((category) => category.votes)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});
