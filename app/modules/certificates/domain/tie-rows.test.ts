import { expect, test } from "vitest";
import { readDrawForm, readPlaces, readRunoff, readTieMethod } from "./tie-rows.ts";

const named = { electionId: "e", fingerprint: "f", result: "r" };

test("what was written of a tie is read to the letter", () => {
  expect(readPlaces([2, 0, 1])).toEqual([2, 0, 1]);
  expect(readRunoff(named)).toEqual(named);
  expect(readRunoff(null)).toBeNull();
  expect(readTieMethod("lot")).toBe("lot");
  expect(readDrawForm("hex", 64)).toEqual({ kind: "hex", length: 64 });
});

test("a row that is none of ours stops whoever reads it", () => {
  expect(() => readPlaces("2, 0")).toThrow(/array/);
  expect(() => readPlaces([-1])).toThrow();
  expect(() => readRunoff({ ...named, result: undefined })).toThrow(/result/);
  expect(() => readTieMethod("coin")).toThrow();
  expect(() => readDrawForm("dice", 6)).toThrow(/kind/);
});
