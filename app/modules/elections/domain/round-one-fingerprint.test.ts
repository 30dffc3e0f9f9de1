import { expect, test } from "vitest";
import { roundOneFingerprint } from "./round-one-fingerprint.ts";

test("an exchanged share recipient changes the fingerprint of round 1", () => {
  const certificates = ["one", "two"];
  const honest = roundOneFingerprint({ certificates, shareRecipients: ["age1a", "age1b"] });
  expect(roundOneFingerprint({ certificates, shareRecipients: ["age1a", "age1x"] })).not.toBe(honest);
});
