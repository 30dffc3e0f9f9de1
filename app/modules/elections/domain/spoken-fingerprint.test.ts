// Fingerprints for the telephone.
import { expect, test } from "vitest";
import { roundOneFingerprint, spokenFingerprint } from "./spoken-fingerprint.ts";

test("a spoken fingerprint is the first half of the SHA-256 in groups of four", () => {
  expect(spokenFingerprint("abc")).toBe("BA78 16BF 8F01 CFEA 4141 40DE 5DAE 2223");
});

test("an exchanged share recipient changes the fingerprint of round 1", () => {
  const certificates = ["one", "two"];
  const honest = roundOneFingerprint({ certificates, shareRecipients: ["age1a", "age1b"] });
  expect(roundOneFingerprint({ certificates, shareRecipients: ["age1a", "age1x"] })).not.toBe(honest);
});
