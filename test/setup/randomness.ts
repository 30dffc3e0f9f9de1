// Randomness that is the same in every run, so that a failing test fails again.
import { createHash } from "node:crypto";
import type { RandomBytes } from "#app/platform/randomness.server.ts";

/** A source that gives the same bytes for the same seed: SHA-256 over the seed and a counter. */
export function seededRandomness(seed: string): RandomBytes {
  let counter = 0;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let offset = 0; offset < length; offset += 32) {
      const block = createHash("sha256").update(`${seed}\n${counter}`).digest();
      counter += 1;
      bytes.set(block.subarray(0, length - offset), offset);
    }
    return bytes;
  };
}
