import { expect, test } from "vitest";
import { readStayingHolders, readStayingMembers } from "./frozen-staying.ts";

const ana = { name: "Ana", citizenships: ["UY"], employerGroup: "" };
const holder = { ...ana, bodyKey: "board", from: "2026-01-01", until: "2028-12-31" };

test("what was frozen is read to the letter, whatever else stands there: its hash was sealed", () => {
  expect(readStayingMembers([{ ...holder, accountId: "a1" }])).toEqual([{ ...holder, accountId: "a1" }]);
  expect(readStayingHolders([{ ...holder, accountId: "a1" }])).toEqual([{ ...holder, accountId: "a1" }]);
  expect(readStayingMembers(null)).toEqual([]);
});

test("a row that is none of ours stops whoever reads it", () => {
  expect(() => readStayingMembers([{ ...ana, citizenships: "UY" }])).toThrow(/citizenships/);
  expect(() => readStayingMembers({ ana })).toThrow(/array/);
  expect(() => readStayingHolders([ana])).toThrow(/bodyKey/);
});
