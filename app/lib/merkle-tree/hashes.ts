// The two hashes of the tree, told apart by their first byte so that no leaf can pass for a node. Source: RFC 9162 §2.1.1.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const texts = new TextEncoder();

/** The root of the tree without leaves. */
export const emptyRoot: Uint8Array = sha256(new Uint8Array(0));

/** SHA-256(0x00 ‖ entry); a text is hashed as its UTF-8 bytes. */
export function leafHash(entry: Uint8Array | string): Uint8Array {
  return sha256
    .create()
    .update(LEAF)
    .update(typeof entry === "string" ? texts.encode(entry) : entry)
    .digest();
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256.create().update(NODE).update(left).update(right).digest();
}

/** A hash as lower-case hexadecimal digits. */
export function hexOf(hash: Uint8Array): string {
  return bytesToHex(hash);
}

/** The bytes of hexadecimal digits; throws when they are none. */
export function bytesOfHex(hex: string): Uint8Array {
  return hexToBytes(hex);
}

/** Whether two hashes are the same. They are public, so the comparison may tell how long they agree. */
export function isSameHash(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
