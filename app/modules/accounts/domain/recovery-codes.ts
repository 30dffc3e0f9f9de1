// Ten codes for the day when the telephone with the authenticator is gone. Each works once.
import type { RandomBytes } from "#app/platform/randomness.server.ts";
import { keyedHash } from "./tokens.ts";

export const recoveryCodeCount = 10;

// Crockford's alphabet: no I, L, O or U, which are misread.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Ten new codes of fifty random bits each, written XXXXX-XXXXX. */
export function inventRecoveryCodes(random: RandomBytes): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const letters = [...random(10)].map((byte) => alphabet[byte % 32]).join("");
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
  });
}

/** What is kept of a code. Small letters, spaces and misread letters are the same code. */
export function hashRecoveryCode(secret: string, code: string): string {
  return keyedHash(secret, "recovery-codes", normalizeRecoveryCode(code));
}

/** The ten letters of a code, however it was typed. */
export function normalizeRecoveryCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
}
