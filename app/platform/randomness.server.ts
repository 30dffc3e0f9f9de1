// The only source of randomness of the server: given to whoever needs it.
import { randomBytes } from "node:crypto";

/** Gives that many unpredictable bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/** The operating system's generator. */
export const systemRandomness: RandomBytes = (length) => new Uint8Array(randomBytes(length));
