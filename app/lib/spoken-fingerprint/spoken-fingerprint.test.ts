// Fingerprints for the telephone.
import { expect, test } from "vitest";
import { spokenFingerprint } from "./index.ts";

test("a spoken fingerprint is the first half of the SHA-256 in groups of four", () => {
  expect(spokenFingerprint("abc")).toBe("BA78 16BF 8F01 CFEA 4141 40DE 5DAE 2223");
});
