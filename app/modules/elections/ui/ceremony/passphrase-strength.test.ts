// One word for the strength of a passphrase.
import { expect, test } from "vitest";
import { passphraseStrength } from "./passphrase-strength.ts";

test.each([
  ["once letras", "short"],
  ["aaaaaaaaaaaaaaaa", "weak"],
  ["123456789012", "weak"],
  ["Managua2026x", "fair"],
  ["lluvia sobre piedra", "good"],
  ["lluvia sobre piedra vieja junto al mar", "strong"],
])("%s is %s", (passphrase, strength) => {
  expect(passphraseStrength(passphrase)).toBe(strength);
});
