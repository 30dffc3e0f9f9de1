import { expect, test } from "vitest";
import { csvLine } from "./index.ts";

test("cells with commas, quotes and line ends are quoted", () => {
  expect(csvLine(["Red", "Sur, S.A.", 'La "Red"', "dos\nlíneas", 3])).toBe(
    'Red,"Sur, S.A.","La ""Red""","dos\nlíneas",3\r\n',
  );
});

test("what a spreadsheet would calculate is written as text", () => {
  for (const formula of ["=1+1", "+1", "-1", "@SUM(A1)"]) expect(csvLine([formula])).toBe(`'${formula}\r\n`);
  expect(csvLine([-1])).toBe("-1\r\n");
});
