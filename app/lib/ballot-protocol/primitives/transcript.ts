// Hashes: fingerprints of payloads, and the challenges of all proofs (SPECIFICATION §1).
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

const base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** SHA-256 of a text, in hexadecimal. */
export function hashHex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of bytes, in hexadecimal. */
export function hashBytesHex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** SHA-256 of a text as a number, the most significant byte first. */
export function hashNumber(text: string): bigint {
  return BigInt(`0x${hashHex(text)}`);
}

/** SHA-256 of a text in Base64 without padding: the form in which people compare fingerprints. */
export function hashBase64(text: string): string {
  const digest = sha256(utf8ToBytes(text));
  let encoded = "";
  for (let offset = 0; offset < digest.length; offset += 3) {
    const triple = ((digest[offset] ?? 0) << 16) | ((digest[offset + 1] ?? 0) << 8) | (digest[offset + 2] ?? 0);
    for (let shift = 18; shift >= 0; shift -= 6) encoded += base64Alphabet[(triple >> shift) & 63] ?? "";
  }
  return encoded.slice(0, 43);
}

/** The challenge of a proof: the hash of its prefix and of its commitments joined by commas, reduced by the order. */
export function challengeFrom(prefix: string, commitments: readonly string[], order: bigint): bigint {
  return hashNumber(prefix + commitments.join(",")) % order;
}
