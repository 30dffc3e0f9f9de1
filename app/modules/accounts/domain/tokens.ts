// Random tokens that travel once to a browser or in a mail. Only their hash is kept.
import { createHash, createHmac, hkdfSync } from "node:crypto";
import type { RandomBytes } from "#app/platform/randomness.server.ts";

/** 256 random bits as text that fits in a cookie and in a link. */
export function newToken(random: RandomBytes): string {
  return Buffer.from(random(32)).toString("base64url");
}

/** A random identifier (UUID, version 4). Source: RFC 9562 §5.4. */
export function newUuid(random: RandomBytes): string {
  const bytes = random(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
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
