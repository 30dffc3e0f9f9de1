import { expect, test } from "vitest";
import type { CertificateFacts } from "./obstacles.ts";
import { firstRefusal, obstaclesToProclaiming, obstaclesToSigning } from "./obstacles.ts";

const ready: CertificateFacts = {
  hasResult: true,
  isClaimsWindowOver: true,
  undecidedClaims: 0,
  unsettledClaims: 0,
  openTies: 0,
  isEvidenceCurrent: true,
  conforming: 2,
  needed: 2,
  silent: [],
  isStageReached: true,
  isOfficial: false,
};

test("nothing stands in the way when everything was done", () => {
  expect(obstaclesToSigning(ready)).toEqual([]);
  expect(obstaclesToProclaiming(ready)).toEqual([]);
});

// Requirement: R3
test.each([
  [{ hasResult: false }, "NO_RESULT"],
  [{ isClaimsWindowOver: false }, "CLAIMS_WINDOW_NOT_OVER"],
  [{ undecidedClaims: 1 }, "CLAIMS_UNDECIDED"],
  [{ unsettledClaims: 1 }, "UPHELD_CLAIM_OPEN"],
  [{ openTies: 1 }, "TIE_OPEN"],
  [{ isEvidenceCurrent: false }, "EVIDENCE_OUTDATED"],
  [{ isOfficial: true }, "ALREADY_OFFICIAL"],
] as const)("%o stands before signature and proclamation alike", (change, code) => {
  expect(obstaclesToSigning({ ...ready, ...change })).toEqual([code]);
  expect(obstaclesToProclaiming({ ...ready, ...change })).toEqual([code]);
});

// Requirement: R3
test("signatures are asked for before the calendar's last stage, the proclamation is not", () => {
  const early = { ...ready, conforming: 1, silent: ["Elsa"], isStageReached: false };
  expect(obstaclesToSigning(early)).toEqual([]);
  expect(obstaclesToProclaiming(early)).toEqual(["CONFORMITY_NOT_ENOUGH", "COMMISSIONERS_SILENT", "STAGE_NOT_REACHED"]);
});

// Requirement: R3
test("enough conformities do not make up for somebody who was not heard: the refusal names her", () => {
  const facts = { ...ready, silent: ["Elsa", "Celia"] };
  expect(firstRefusal(obstaclesToProclaiming(facts), facts)).toEqual({
    code: "COMMISSIONERS_SILENT",
    details: { names: "Elsa, Celia" },
  });
  expect(firstRefusal(obstaclesToProclaiming(ready), ready)).toBeUndefined();
});
