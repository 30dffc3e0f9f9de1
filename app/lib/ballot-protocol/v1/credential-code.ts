// The code that a voter receives, and the key pair that it stands for (SPECIFICATION §5.1, §5.2).
import { pbkdf2 } from "@noble/hashes/pbkdf2.js";
import { sha256 } from "@noble/hashes/sha2.js";
import type { RandomBytes } from "../platform.ts";
import { base58Alphabet, base58Number, isBase58, randomBase58 } from "../primitives/base58.ts";
import type { GroupName } from "../primitives/group-name.ts";
import { groupNamed } from "../primitives/groups.ts";
import { bytesToNumber } from "../primitives/scalars.ts";
import { hashHex } from "../primitives/transcript.ts";

const blockLengths: Readonly<Record<GroupName, readonly number[]>> = {
  Ed25519: [5, 6, 5, 6],
  "BELENIOS-2048": [3, 3, 3, 3, 3],
};

/** A new code: 22 random characters, or 14 and a check character. */
export function generateCredentialCode(group: GroupName, random: RandomBytes): string {
  if (group === "Ed25519") return hyphenate(group, randomBase58(22, random));
  const body = randomBase58(14, random);
  return hyphenate(group, body + checkCharacter(body));
}

/**
 * Whether a code has the right form. Most typing errors are found by the check character of the 15-character form (all but
 * those that exchange two characters 53 apart in the alphabet); the 22-character form has none, so there a wrong code shows only in that its public credential is not on the list.
 */
export function isWellFormedCredentialCode(group: GroupName, code: string): boolean {
  const characters = code.replaceAll("-", "");
  const length = blockLengths[group].reduce((sum, block) => sum + block, 0);
  if (characters.length !== length || !isBase58(characters) || hyphenate(group, characters) !== code) return false;
  return group === "Ed25519" || checkCharacter(characters.slice(0, 14)) === characters.slice(14);
}

/** What was typed or pasted, with white space removed and the hyphens where they belong. */
export function normalizeCredentialCode(group: GroupName, typed: string): string {
  return hyphenate(group, typed.replace(/[\s\-\u2010-\u2015\u2212]/g, ""));
}

/** The secret exponent of a code in one election. */
export function secretOfCode(group: GroupName, uuid: string, code: string): bigint {
  const { order } = groupNamed(group);
  if (group === "BELENIOS-2048") return bytesToNumber(pbkdf2(sha256, code, uuid, { c: 1000, dkLen: 32 })) % order;
  const halves = [0, 1].map((half) => hashHex(`derive_credential|${uuid}|${half}|${code}`));
  return BigInt(`0x${halves.join("")}`) % order;
}

/** The public credential of a code in one election: what the list of voters' credentials and the ballots show. */
export function publicCredentialOf({ group, uuid, code }: { group: GroupName; uuid: string; code: string }): string {
  const arithmetic = groupNamed(group);
  return arithmetic.serialize(arithmetic.secretPowerOfBase(arithmetic.generator, secretOfCode(group, uuid, code)));
}

function hyphenate(group: GroupName, characters: string): string {
  const blocks: string[] = [];
  let offset = 0;
  for (const length of blockLengths[group]) {
    blocks.push(characters.slice(offset, offset + length));
    offset += length;
  }
  const rest = characters.slice(offset);
  return blocks.filter((block) => block !== "").join("-") + rest;
}

function checkCharacter(body: string): string {
  return base58Alphabet[53 - Number(base58Number(body) % 53n)] ?? "";
}
