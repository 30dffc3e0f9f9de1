// Fingerprints that people read to each other, by telephone or across a table: 128 bits in eight groups of four.
// Why hexadecimal and not words: digits and A to F are read alike in every language.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** "3F2A 91C0 …": the first half of the text's SHA-256. */
export function spokenFingerprint(text: string): string {
  const digits = bytesToHex(sha256(utf8ToBytes(text)))
    .slice(0, 32)
    .toUpperCase();
  return digits.match(/.{4}/g)?.join(" ") ?? digits;
}
