// Time-based codes of an authenticator application. Source: RFC 6238; ASVS 5.0 §6.5.
import { createCipheriv, createDecipheriv } from "node:crypto";
import { NobleCryptoPlugin, ScureBase32Plugin, TOTP } from "otplib";
import type { RandomBytes } from "#app/platform/randomness.server.ts";
import { deriveKey } from "./tokens.ts";

const totp = new TOTP({ crypto: new NobleCryptoPlugin(), base32: new ScureBase32Plugin() });
const stepSeconds = 30;

/** A new shared secret of 160 bits, in base 32 as authenticators want it. */
export function inventAuthenticatorSecret(random: RandomBytes): string {
  return new ScureBase32Plugin().encode(random(20), { padding: false });
}

/** The address that the QR code carries. */
export function authenticatorUri(secret: string, userId: string): string {
  return totp.toURI({ secret, issuer: "Plenaria", label: userId });
}

/** The code of an instant, for tests and simulations. */
export function authenticatorCode(secret: string, at: Date): Promise<string> {
  return totp.generate({ secret, epoch: Math.floor(at.getTime() / 1000) });
}

/**
 * The time step that a code belongs to, if it is of this, the last or the next half minute and later than `lastStep`.
 *
 * Security: the caller keeps the step, so that a code that was looked at over a shoulder does not work again.
 */
export async function findAuthenticatorStep(
  secret: string,
  code: string,
  at: Date,
  lastStep: number | null,
): Promise<number | undefined> {
  const epoch = Math.floor(at.getTime() / 1000);
  const step = Math.floor(epoch / stepSeconds);
  for (const candidate of [step, step - 1, step + 1]) {
    if (lastStep !== null && candidate <= lastStep) continue;
    const result = await totp.verify(code, { secret, epoch: candidate * stepSeconds, epochTolerance: 0 });
    if (result.valid) return candidate;
  }
  return undefined;
}

/** The secret as it is kept: AES-256-GCM, tied to its account. */
export function sealAuthenticatorSecret(random: RandomBytes, key: string, accountId: string, secret: string): string {
  const iv = random(12);
  const cipher = createCipheriv("aes-256-gcm", deriveKey(key, "authenticator-secrets"), iv);
  cipher.setAAD(Buffer.from(accountId));
  const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return `v1.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url")}`;
}

/** The secret again; throws when the installation's secret is another one than it was. */
export function openAuthenticatorSecret(key: string, accountId: string, sealed: string): string {
  const bytes = Buffer.from(sealed.replace(/^v1\./, ""), "base64url");
  const decipher = createDecipheriv("aes-256-gcm", deriveKey(key, "authenticator-secrets"), bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(accountId));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}
