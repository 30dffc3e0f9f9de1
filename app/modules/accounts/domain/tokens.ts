// Random tokens that travel once to a browser or in a mail. Only their hash is kept.
import { createHash, createHmac, hkdfSync } from "node:crypto";
import type { RandomBytes } from "#app/platform/randomness.server.ts";

/** 256 random bits as text that fits in a cookie and in a link. */
export function newToken(random: RandomBytes): string {
  return Buffer.from(random(32)).toString("base64url");
}

/** What is kept of a token. A plain hash suffices, because the token itself is random. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A key for one purpose, derived from the installation's secret. Source: RFC 5869. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "plenaria", purpose, 32));
}

/** A keyed hash for short secrets, which a stolen database alone cannot be searched for. */
export function keyedHash(secret: string, purpose: string, text: string): string {
  return createHmac("sha256", deriveKey(secret, purpose)).update(text).digest("hex");
}
