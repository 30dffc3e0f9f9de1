// The only source of randomness of the server: given to whoever needs it.
import { randomBytes } from "node:crypto";

/** Gives that many unpredictable bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/** The operating system's generator. */
export const systemRandomness: RandomBytes = (length) => new Uint8Array(randomBytes(length));

/** A random identifier (UUID version 4), for what must be named before it is written. */
export function randomIdentifier(random: RandomBytes): string {
  const bytes = Buffer.from(random(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
