// Every secret of a threshold trustee comes from one seed of 22 characters, so a copy of the seed is a complete backup
// (SPECIFICATION §7.2). The polynomial also depends on all certificates: a ceremony that is begun again with other
// trustees gets another polynomial, and so no two shares of one polynomial reach the same person.
import type { RandomBytes } from "../../platform.ts";
import { isBase58, randomBase58 } from "../../primitives/base58.ts";
import { hashHex, hashNumber } from "../../primitives/transcript.ts";
import { hexToBytes } from "@noble/hashes/utils.js";

/** A new seed: about 129 bits. */
export function generateTrusteeSeed(random: RandomBytes): string {
  return randomBase58(22, random);
}

/** Whether a text has the form of a seed. */
export function isTrusteeSeed(seed: string): boolean {
  return seed.length === 22 && isBase58(seed);
}

/** The exponent with which a trustee signs. */
export function signingSecret(seed: string, order: bigint): bigint {
  return hashNumber(`sk|${seed}`) % order;
}

/** The exponent with which a trustee would decrypt messages on belenios-tool's own channel. */
export function channelSecret(seed: string, order: bigint): bigint {
  return hashNumber(`dk|${seed}`) % order;
}

/** 32 secret bytes for the application's own private channel to this trustee (an age identity, for example). */
export function deriveTrusteeChannelSecret(seed: string): Uint8Array {
  return hexToBytes(hashHex(`plenaria-trustee-channel|${seed}`));
}

/** The coefficients of a trustee's polynomial, the constant first. */
export function polynomialCoefficients(
  seed: string,
  certificates: readonly string[],
  threshold: number,
  order: bigint,
): bigint[] {
  const ceremony = hashHex(certificates.join("|"));
  return Array.from({ length: threshold }, (_, degree) => {
    const halves = [0, 1].map((half) => hashHex(`plenaria-polynomial|${ceremony}|${degree}|${half}|${seed}`));
    return BigInt(`0x${halves.join("")}`) % order;
  });
}
