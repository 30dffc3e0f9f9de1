// Randomness that is the same in every run, for tests only.
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { RandomBytes } from "#app/lib/ballot-protocol/index.ts";

/** Bytes that depend on the seed alone. */
export function seededRandom(seed: string): RandomBytes {
  let counter = 0;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let offset = 0; offset < length; offset += 32) {
      bytes.set(sha256(utf8ToBytes(`${seed}|${counter}`)).subarray(0, Math.min(32, length - offset)), offset);
      counter += 1;
    }
    return bytes;
  };
}
