// The second code of whoever votes by link (decision 0010): drawn by the mail room when the mail leaves, and kept nowhere but in that
// mail. The keeper of the list of voting codes never sees it. What a browser shows is a key made of it; the roll has that key's hash.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { RandomBytes } from "#app/lib/ballot-protocol/index.ts";

/** Capitals and digits without I, L, O and U: what is mistaken for another when it is typed. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const blocks = 7;
const blockLength = 4;
/** 5 bits each: 140 bits, which nobody guesses. Of another length than a voting code, so that the two fields are told apart. */
const length = blocks * blockLength;

/** A new second code. */
export function drawSecondCode(random: RandomBytes): string {
  // Why no bias: 256 is a multiple of the 32 characters.
  return hyphenate([...random(length)].map((byte) => alphabet.charAt(byte % alphabet.length)).join(""));
}

/** What was typed or pasted, in the form in which it was drawn. */
export function normalizeSecondCode(typed: string): string {
  const characters = typed
    .replace(/[\s\-\u2010-\u2015\u2212]/g, "")
    .toUpperCase()
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return hyphenate(characters);
}

/** Whether it has the right form; whether it is the right one only the server can say. */
export function isWellFormedSecondCode(code: string): boolean {
  const characters = code.replaceAll("-", "");
  const isOfAlphabet = [...characters].every((character) => alphabet.includes(character));
  return characters.length === length && isOfAlphabet && hyphenate(characters) === code;
}

/** What the booth behind the open door shows: 64 hexadecimal digits. */
export function secondKeyOf(input: { readonly electionId: string; readonly secondCode: string }): string {
  return hash(["plenaria-second-key", input.electionId, input.secondCode]);
}

/** What the roll keeps: 64 hexadecimal digits. */
export function secondKeyHashOf(input: { readonly electionId: string; readonly secondKey: string }): string {
  return hash(["plenaria-second-key-hash", input.electionId, input.secondKey]);
}

function hyphenate(characters: string): string {
  return (characters.match(new RegExp(`.{1,${blockLength}}`, "gu")) ?? []).join("-");
}

function hash(parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(parts.join("|"))));
}
