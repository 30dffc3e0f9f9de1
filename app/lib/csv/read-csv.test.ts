import { expect, test } from "vitest";
import { csvByteOrderMark, csvLine, readCsv } from "./index.ts";

test("what is written is read again, with the line on which each record begins", () => {
  const text = `${csvByteOrderMark}${csvLine(["Red, Sur", 'La "Red"'])}\r\n${csvLine(["dos\nlíneas", 3])}last,one`;
  expect(readCsv(text)).toEqual([
    { line: 1, cells: ["Red, Sur", 'La "Red"'] },
    { line: 3, cells: ["dos\nlíneas", "3"] },
    { line: 5, cells: ["last", "one"] },
  ]);
});

test("a spreadsheet of Latin America writes semicolons", () => {
  expect(readCsv('name;email\n"Sur; S.A."; a@b.example \n')).toEqual([
    { line: 1, cells: ["name", "email"] },
    { line: 2, cells: ["Sur; S.A.", "a@b.example"] },
  ]);
});

test("nothing is read out of nothing, and a quote that never ends ends with the text", () => {
  expect(readCsv("\n\n")).toEqual([]);
  expect(readCsv('a,"b')).toEqual([{ line: 1, cells: ["a", "b"] }]);
});
