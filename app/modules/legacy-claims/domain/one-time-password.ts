// The one-time password of a legacy claim: 128 random bits, written so that they can be typed from a mail.
import { createHash, timingSafeEqual } from "node:crypto";
import type { RandomBytes } from "#app/platform/randomness.server.ts";

/** Crockford's alphabet: without i, l, o and u, which are read as others. */
const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/** 26 letters in groups: "7k2qd-…". */
export function newOneTimePassword(random: RandomBytes): string {
  let rest = BigInt(`0x${Buffer.from(random(16)).toString("hex")}`);
  let text = "";
  for (let place = 0; place < 26; place += 1) {
    text = (letters[Number(rest & 31n)] ?? "") + text;
    rest >>= 5n;
  }
  return text.replace(/(.{5})(?=.{5})/g, "$1-");
}

/**
 * What is kept of a password, however its groups were typed.
 *
 * Why a plain hash: a slow one protects what people choose and others guess; nobody searches 2^128 values, with a fast hash neither.
 */
export function hashOneTimePassword(typed: string): string {
  const plain = typed.toLowerCase().replace(/[\s-]/g, "").replace(/o/g, "0").replace(/[il]/g, "1");
  return createHash("sha256").update(`legacy-claim ${plain}`).digest("hex");
}

/** Whether two hashes are the same; the time does not tell where they differ. */
export function isSameHash(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left, "hex"), Buffer.from(right, "hex")];
  return one.length === other.length && timingSafeEqual(one, other);
}
