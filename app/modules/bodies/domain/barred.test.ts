import { expect, test } from "vitest";
import { barredCitizenships, barredEmployerGroups, citizenshipLines } from "./barred.ts";
import { defaultVersions } from "./default-bodies.ts";
import type { OfficeHolder } from "./office-holder.ts";
import { bodyRulesDocument, rulesDifferences } from "./rules.ts";

function holder(name: string, citizenships: string[], employerGroup = ""): OfficeHolder {
  return {
    name,
    bodyKey: "electoral-commission",
    citizenships,
    employerGroup,
    from: "2024-01-01",
    until: "2026-12-31",
  };
}

// Requirement: R2
test("the Electoral Commission of January 2026 bars Argentina, Brazil and Paraguay, and says because of whom", () => {
  const staying = [holder("Ana", ["AR"]), holder("Bruna", ["BR"]), holder("Pía", ["PY"])];
  const barred = barredCitizenships({ capPerCitizenship: 1 }, staying);
  expect(barred.map(({ citizenship, holders }) => [citizenship, holders])).toEqual([
    ["AR", ["Ana"]],
    ["BR", ["Bruna"]],
    ["PY", ["Pía"]],
  ]);
});

// Requirement: R2
test("the Board bars a citizenship when two who stay have it; all citizenships of a person count", () => {
  const staying = [holder("Ana", ["AR", "UY"]), holder("Beto", ["UY"]), holder("Caro", ["CL"])];
  expect(citizenshipLines({ capPerCitizenship: 2 }, staying)).toEqual([
    { of: "UY", holders: ["Ana", "Beto"], cap: 2, remaining: 0 },
    { of: "AR", holders: ["Ana"], cap: 2, remaining: 1 },
    { of: "CL", holders: ["Caro"], cap: 2, remaining: 1 },
  ]);
  expect(barredCitizenships({ capPerCitizenship: 2 }, staying).map((line) => line.citizenship)).toEqual(["UY"]);
});

test("without a cap nobody is barred; nobody's citizenship counts twice", () => {
  const staying = [holder("Ana", ["AR", "AR"])];
  expect(barredCitizenships({ capPerCitizenship: null }, staying)).toEqual([]);
  expect(barredCitizenships({ capPerCitizenship: 2 }, staying)).toEqual([]);
});

// Requirement: R2
test("an employer or group of companies is barred whatever its spelling; nobody is barred for having none", () => {
  const staying = [holder("Ana", ["AR"], "Red Sur"), holder("Beto", ["BR"], "red sur "), holder("Caro", ["CL"])];
  expect(barredEmployerGroups({ capPerEmployerGroup: 2 }, staying)).toMatchObject([
    { employerGroup: "Red Sur", holders: ["Ana", "Beto"] },
  ]);
});

test("the built-in rules contradict themselves nowhere and say that they are assumed", () => {
  for (const { document, isAssumed } of defaultVersions) {
    expect(bodyRulesDocument.parse(document)).toEqual(document);
    expect(isAssumed).toBe(true);
  }
});

test("the differences of two versions are named field by field", () => {
  const [now, before] = defaultVersions;
  expect(rulesDifferences(before!.document, now!.document)).toEqual([{ field: "seats", before: "7", after: "9" }]);
});
