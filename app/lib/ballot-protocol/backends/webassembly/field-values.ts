// Field elements on their way into and out of WebAssembly memory: bytes in hexadecimal, and the 29-bit words of the code.
import { modularInverse, modulo } from "../../primitives/scalars.ts";
import { limbBits, limbCount } from "./field-code.ts";

const prime = 2n ** 255n - 19n; // p
const mask = 2 ** 29 - 1;

/** d of the curve −x² + y² = 1 + d·x²y². */
export const curveD = modulo(-121665n * modularInverse(121666n, prime), prime);

/** √−1 modulo p, either of the two. */
export const rootOfMinusOne = 19681161376707505956807079304988542015446066515923890162744021073123829784752n;

/** The words of a number below p. */
export function limbsOf(value: bigint): number[] {
  const reduced = modulo(value, prime);
  return Array.from({ length: limbCount }, (_, index) => Number((reduced >> BigInt(index * limbBits)) & BigInt(mask)));
}

/** 1/value modulo p. */
export function inverseOf(value: bigint): bigint {
  return modularInverse(value, prime);
}

/** Writes 64 hexadecimal digits, the most significant first and without the top bit, as words at an index of memory. */
export function writeHex(words: Uint32Array, at: number, hex: string): void {
  let accumulated = 0;
  let bits = 0;
  let limb = 0;
  for (let position = 62; position >= 0; position -= 2) {
    const byte = Number.parseInt(hex.slice(position, position + 2), 16) & (position === 0 ? 0x7f : 0xff);
    accumulated += byte * 2 ** bits;
    bits += 8;
    if (bits < limbBits) continue;
    words[at + limb] = accumulated & mask;
    accumulated = Math.floor(accumulated / 2 ** limbBits);
    bits -= limbBits;
    limb += 1;
  }
  words[at + limb] = accumulated;
}

/** Brings the words at an index of memory, tight or loose, to the one form below p, as an array of words. */
export function canonicalLimbs(words: Uint32Array, at: number): number[] {
  const limbs = Array.from(words.subarray(at, at + limbCount));
  carryOnce(limbs);
  carryOnce(limbs);
  // Adding 19 carries into bit 255 exactly if the value is p or more.
  const top = Math.floor(((limbs[8] ?? 0) + carryInto(limbs)) / 2 ** 23);
  if (top > 0) {
    limbs[0] = (limbs[0] ?? 0) + 19 * top;
    for (let index = 0; index < limbCount - 1; index += 1) {
      limbs[index + 1] = (limbs[index + 1] ?? 0) + Math.floor((limbs[index] ?? 0) / 2 ** limbBits);
      limbs[index] = (limbs[index] ?? 0) & mask;
    }
    limbs[8] = (limbs[8] ?? 0) & (2 ** 23 - 1);
  }
  return limbs;
}

/** Carries through all words and folds what lies above bit 255: 2^255 = 19. */
function carryOnce(limbs: number[]): void {
  const fold = Math.floor((limbs[8] ?? 0) / 2 ** 23);
  limbs[8] = (limbs[8] ?? 0) & (2 ** 23 - 1);
  limbs[0] = (limbs[0] ?? 0) + 19 * fold;
  for (let index = 0; index < limbCount - 1; index += 1) {
    limbs[index + 1] = (limbs[index + 1] ?? 0) + Math.floor((limbs[index] ?? 0) / 2 ** limbBits);
    limbs[index] = (limbs[index] ?? 0) & mask;
  }
}

/** The carry that adding 19 sends into the last word. */
function carryInto(limbs: readonly number[]): number {
  let carry = 19;
  for (let index = 0; index < limbCount - 1; index += 1)
    carry = Math.floor(((limbs[index] ?? 0) + carry) / 2 ** limbBits);
  return carry;
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** 64 hexadecimal digits, the most significant first, with the given top bit. */
export function hexOfLimbs(limbs: readonly number[], topBit: number): string {
  let hex = "";
  let accumulated = 0;
  let bits = 0;
  let limb = 0;
  for (let byteIndex = 0; byteIndex < 32; byteIndex += 1) {
    if (bits < 8) {
      accumulated += (limbs[limb] ?? 0) * 2 ** bits;
      bits += limbBits;
      limb += 1;
    }
    const byte = (accumulated & 0xff) | (byteIndex === 31 ? topBit << 7 : 0);
    hex = (hexOfByte[byte] ?? "") + hex;
    accumulated = Math.floor(accumulated / 256);
    bits -= 8;
  }
  return hex;
}
