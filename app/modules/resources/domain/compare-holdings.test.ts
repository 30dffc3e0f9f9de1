import { expect, test } from "vitest";
import type { HeldBy } from "./compare-holdings.ts";
import { compareHoldings } from "./compare-holdings.ts";

const block: HeldBy = {
  family: "ipv4",
  start: "c6120000",
  value: 1024,
  country: "UY",
  date: "2020-03-10",
  status: "allocated",
  opaqueId: "1",
};
const registered = { ...block, id: "a" };

test("the same records are no difference", () => {
  expect(compareHoldings([registered], [block])).toEqual({ added: [], changed: [], removed: [] });
});

test("a new record is added and a missing one removed", () => {
  const other: HeldBy = { ...block, start: "c6130000" };
  expect(compareHoldings([registered], [other])).toEqual({ added: [other], changed: [], removed: [registered] });
});

test.each([
  { opaqueId: "2" },
  { value: 512 },
  { country: "AR" },
  { date: "2021-01-01" },
  { status: "assigned" as const },
])("another %o is a change", (difference) => {
  const after = { ...block, ...difference };
  expect(compareHoldings([registered], [after])).toEqual({
    added: [],
    changed: [{ before: registered, after }],
    removed: [],
  });
});

test("an AS number and an address with the same first number are two records", () => {
  const asn: HeldBy = { ...block, family: "asn" };
  expect(compareHoldings([registered], [block, asn]).added).toEqual([asn]);
});
