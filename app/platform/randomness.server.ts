// The only source of randomness of the server: given to whoever needs it.
import { createHash, randomBytes } from "node:crypto";

/** Gives that many unpredictable bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/** The operating system's generator. */
export const systemRandomness: RandomBytes = (length) => new Uint8Array(randomBytes(length));

/**
 * The same bytes for the same seed: SHA-256 over the seed and a counter.
 * For simulations and invented people only, never for anything that must stay secret.
 */
export function seededRandomness(seed: string): RandomBytes {
  let counter = 0;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let offset = 0; offset < length; offset += 32) {
      const block = createHash("sha256").update(`${seed}\n${counter}`).digest();
      counter += 1;
      bytes.set(block.subarray(0, Math.min(32, length - offset)), offset);
    }
    return bytes;
  };
}

/** A random identifier (UUID version 4), for what must be named before it is written. */
export function randomIdentifier(random: RandomBytes): string {
  const bytes = Buffer.from(random(16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
