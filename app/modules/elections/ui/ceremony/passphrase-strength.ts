// How hard a passphrase is to guess, in one word. A rough measure on purpose: length counts most. Source: NIST SP 800-63B §5.1.1.
import { shortestPassphrase } from "../../domain/trustee-backup.ts";

export type PassphraseStrength = "short" | "weak" | "fair" | "good" | "strong";

/** Length, and how much of it is not repetition. */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const characters = [...passphrase];
  if (characters.length < shortestPassphrase) return "short";
  const different = new Set(characters.map((character) => character.toLowerCase())).size;
  const isOnlyDigits = /^[\d\s.\-/]+$/.test(passphrase);
  if (different < 6 || (isOnlyDigits && characters.length < 20)) return "weak";
  const words = passphrase
    .trim()
    .split(/[\s\-_.]+/)
    .filter((word) => word.length > 2).length;
  if (characters.length >= 24 || words >= 5) return "strong";
  return characters.length >= 16 || words >= 4 ? "good" : "fair";
}
