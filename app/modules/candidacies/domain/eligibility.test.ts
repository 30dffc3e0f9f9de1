import { describe, expect, test } from "vitest";
import type { CallContest } from "./call-contest.ts";
import { barredWithReasons, endorsementsAllowed, nominationsAllowed, rulesWithoutBody } from "./call-contest.ts";
import type { EligibilityFacts } from "./eligibility.ts";
import { checkCodes, eligibilityOf, failedChecks, impedimentsAmong } from "./eligibility.ts";

const holder = { bodyKey: "board", from: "2025-01-01", until: "2027-12-31", employerGroup: "" };
const contest: CallContest = {
  id: "c",
  electionId: "e",
  bodyKey: "board",
  title: { es: "", en: "", pt: "" },
  description: { es: "", en: "", pt: "" },
  seats: 3,
  rules: {
    ...rulesWithoutBody,
    capPerCitizenship: 2,
    capPerEmployerGroup: 1,
    incompatibleBodies: ["fiscal-commission"],
  },
  staying: [
    { ...holder, name: "Ana", citizenships: ["BR", "PT"] },
    { ...holder, name: "Bruno", citizenships: ["BR"], employerGroup: "Grupo Norte" },
  ],
};
const facts: EligibilityFacts = {
  contest,
  accountId: "account-of-carla",
  organizationName: "Red",
  nominatorStanding: { isGood: true, reasonsNot: [] },
  nominationsOfOrganization: 1,
  roles: { nominee: [], nominator: [] },
  name: "Carla Castro",
  citizenships: ["UY"],
  employerGroup: "Grupo Sur",
  officeHolders: [],
  otherBodies: [],
  endorsementsGiven: 0,
  isComplete: true,
  missingParts: 0,
  answersToMind: 0,
};

function failing(wish: Partial<EligibilityFacts>): string[] {
  return failedChecks(eligibilityOf({ ...facts, ...wish })).map(({ code }) => code);
}

describe("the checks of a candidacy", () => {
  test("are always all shown, in the same order", () => {
    expect(eligibilityOf(facts).map(({ code }) => code)).toEqual(checkCodes);
    expect(failing({})).toEqual([]);
  });

  // Requirement: R2
  test("a citizenship is barred once those who stay use up its cap, whichever of a person's citizenships it is", () => {
    expect(barredWithReasons(contest)).toEqual([{ code: "BR", cap: 2, holders: ["Ana", "Bruno"] }]);
    expect(failing({ citizenships: ["PT"] })).toEqual([]);
    expect(failing({ citizenships: ["UY", "BR"] })).toEqual(["CITIZENSHIPS"]);
    expect(eligibilityOf({ ...facts, citizenships: ["UY", "BR"] })[3]).toMatchObject({
      countries: ["BR"],
      details: { cap: 2, holders: "Ana, Bruno" },
    });
  });

  test("the group of an employer counts however its name is written", () => {
    expect(failing({ employerGroup: " grupo norte" })).toEqual(["EMPLOYER_GROUP"]);
    expect(failing({ employerGroup: "GRUPO  Nórte" })).toEqual(["EMPLOYER_GROUP"]);
    expect(failing({ employerGroup: "" })).toEqual([]);
    expect(failing({ employerGroup: "Por cuenta propia" })).toEqual([]);
  });

  test("staff on either side, too many nominations, another incompatible candidacy and a debt are not fulfilled", () => {
    expect(failing({ roles: { nominee: ["staff"], nominator: [] } })).toEqual(["STAFF"]);
    expect(failing({ roles: { nominee: [], nominator: ["administrator"] } })).toEqual(["STAFF"]);
    expect(failing({ nominationsOfOrganization: 4 })).toEqual(["NOMINATIONS_OF_ORGANIZATION"]);
    const other = (bodyKey: string, excludes: string[] = []) => failing({ otherBodies: [{ bodyKey, excludes }] });
    expect(other("fiscal-commission")).toEqual(["OTHER_CANDIDACIES"]);
    expect(other("other")).toEqual([]);
    expect(other("other", [facts.contest.bodyKey])).toEqual(["OTHER_CANDIDACIES"]);
    expect(failing({ nominatorStanding: { isGood: false, reasonsNot: ["OWES_MONEY"] } })).toEqual([
      "NOMINATOR_STANDING",
    ]);
  });

  test("somebody of the same name in an incompatible body is for a person to look at", () => {
    const officeHolders = [{ name: "CARLA  castro", bodyKey: "fiscal-commission", accountId: null }];
    const check = eligibilityOf({ ...facts, officeHolders }).find(({ code }) => code === "OFFICES");
    expect(check).toMatchObject({ outcome: "mind", details: { bodies: "fiscal-commission" } });
    const elsewhere = [{ name: "Carla Castro", bodyKey: "other", accountId: null }];
    expect(eligibilityOf({ ...facts, officeHolders: elsewhere }).some(({ outcome }) => outcome === "mind")).toBe(false);
  });

  test.each([
    ["her own under another name", { name: "Carla Castro de Paz", accountId: "account-of-carla" }, "mind"],
    [
      "a namesake's, or her own with a second account",
      { name: "Carla Castro", accountId: "account-of-another" },
      "mind",
    ],
    ["somebody else's", { name: "Ana Arias", accountId: "account-of-another" }, "fulfilled"],
  ])("an office is known by its account, and looked at where the name is the same: %s", (_, held, outcome) => {
    const officeHolders = [{ ...held, bodyKey: "fiscal-commission" }];
    const check = eligibilityOf({ ...facts, officeHolders }).find(({ code }) => code === "OFFICES");
    expect(check).toMatchObject({ outcome });
  });

  test("what the seat count would apply anyway no reason outweighs; a missing paper may be excused", () => {
    const checks = eligibilityOf({ ...facts, citizenships: ["BR"], isComplete: false, missingParts: 1 });
    expect(failedChecks(checks).map(({ code }) => code)).toEqual(["CITIZENSHIPS", "COMPLETENESS"]);
    expect(impedimentsAmong(checks).map(({ code }) => code)).toEqual(["CITIZENSHIPS"]);
  });

  // Requirement: R2
  test("an organisation nominates one for each seat unless the body says another number, and endorses as many as there are seats", () => {
    expect(nominationsAllowed(contest)).toBe(3);
    expect(nominationsAllowed({ ...contest, rules: { ...contest.rules, nominationsPerOrganization: 1 } })).toBe(1);
    expect(endorsementsAllowed(contest)).toBe(3);
  });
});
