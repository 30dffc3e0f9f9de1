// Exponents: whole numbers from 0 to below the group's order, written in decimal (SPECIFICATION §1).
import type { RandomBytes } from "../platform.ts";

const canonicalDecimal = /^(?:0|[1-9][0-9]*)$/;

/** The remainder that is never negative. */
export function modulo(value: bigint, modulus: bigint): bigint {
  const remainder = value % modulus;
  return remainder < 0n ? remainder + modulus : remainder;
}

/** Reads a canonical decimal below the limit; anything else (signs, zeros in front, hexadecimal) is undefined. */
export function parseCanonicalDecimal(text: unknown, limit: bigint): bigint | undefined {
  if (typeof text !== "string" || text.length > 700 || !canonicalDecimal.test(text)) return undefined;
  const value = BigInt(text);
  return value < limit ? value : undefined;
}

/** Bytes as a whole number, the most significant first. */
export function bytesToNumber(bytes: Uint8Array): bigint {
  let hex = "0x0";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return BigInt(hex);
}

/** A uniformly random exponent: 128 more bits than the order has are drawn, so that the bias is negligible. */
export function randomScalar(order: bigint, random: RandomBytes): bigint {
  return bytesToNumber(random(48)) % order;
}

/** A uniformly random exponent that is not zero. */
export function randomNonZeroScalar(order: bigint, random: RandomBytes): bigint {
  return 1n + (bytesToNumber(random(48)) % (order - 1n));
}

/** base^exponent modulo the modulus; for public values. */
export function modularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = modulo(base, modulus);
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** The inverse modulo a prime, by the extended Euclidean algorithm; for public values. */
export function modularInverse(value: bigint, modulus: bigint): bigint {
  let [remainder, next] = [modulo(value, modulus), modulus];
  let [coefficient, nextCoefficient] = [1n, 0n];
  while (next !== 0n) {
    const quotient = remainder / next;
    [remainder, next] = [next, remainder - quotient * next];
    [coefficient, nextCoefficient] = [nextCoefficient, coefficient - quotient * nextCoefficient];
  }
  if (remainder !== 1n) throw new RangeError("a value without an inverse");
  return modulo(coefficient, modulus);
}
