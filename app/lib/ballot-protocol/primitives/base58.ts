// The alphabet of election identifiers, credential codes and trustee seeds: no 0, O, I or l (SPECIFICATION §1).
import type { RandomBytes } from "../platform.ts";

export const base58Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** So many characters, each drawn uniformly: bytes that would favour the first characters are thrown away. */
export function randomBase58(length: number, random: RandomBytes): string {
  let text = "";
  while (text.length < length) {
    for (const byte of random(length)) {
      if (byte < 232 && text.length < length) text += base58Alphabet[byte % 58] ?? "";
    }
  }
  return text;
}

/** Whether every character belongs to the alphabet. */
export function isBase58(text: string): boolean {
  return /^[1-9A-HJ-NP-Za-km-z]*$/.test(text);
}

/** The number that the characters write, the most significant first. */
export function base58Number(text: string): bigint {
  let value = 0n;
  for (const character of text) value = value * 58n + BigInt(base58Alphabet.indexOf(character));
  return value;
}
