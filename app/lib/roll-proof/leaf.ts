// One entry of a roll as a leaf: the canonical JSON of its public part, which carries the hash of the private part.
// The salt keeps a reader of the public roll from guessing the private part (a contact, a holding) and testing the guess.
import { sha256 } from "@noble/hashes/sha2.js";
import { canonicalJson } from "../canonical-json/index.ts";
import type { Json } from "../canonical-json/index.ts";
import { MerkleTree, bytesOfHex, hexOf, leafHash } from "../merkle-tree/index.ts";

/** What everybody may know of an entry. */
export type RollPublicPart = {
  readonly handle: string;
  readonly name: string;
  readonly country: string;
  readonly class: string;
  readonly category: string;
  readonly votes: number;
  /** The version of the rules that gave the votes; "" where none is known. */
  readonly ruleVersion: string;
  /** How it votes: "account" (a membership contact signs in) or "link" (a mailed link, from a list outside the register). */
  readonly channel: string;
  /** SHA-256(salt ‖ canonical JSON of the private part), in hexadecimal. */
  readonly privateHash: string;
};

const texts = new TextEncoder();

/** SHA-256 (hex) over the salt's bytes followed by the canonical JSON of the private part. */
export function rollPrivateHash(saltHex: string, privatePart: Json): string {
  return hexOf(
    sha256
      .create()
      .update(bytesOfHex(saltHex))
      .update(texts.encode(canonicalJson(privatePart)))
      .digest(),
  );
}

/** The text that is the leaf. Only these members count, whatever else stands beside them. */
export function rollLeaf(part: RollPublicPart): string {
  return canonicalJson({
    handle: part.handle,
    name: part.name,
    country: part.country,
    class: part.class,
    category: part.category,
    votes: part.votes,
    ruleVersion: part.ruleVersion,
    channel: part.channel,
    privateHash: part.privateHash,
  });
}

/** The leaf's hash (hex), as the published roll lists it. */
export function rollEntryHash(part: RollPublicPart): string {
  return hexOf(leafHash(rollLeaf(part)));
}

/** The tree over the entries in the order of their handles, and where each one stands in it. */
export function rollTreeOf(parts: readonly RollPublicPart[]): {
  readonly tree: MerkleTree;
  readonly indexOf: (handle: string) => number;
} {
  const inOrder = [...parts].sort((left, right) => (left.handle < right.handle ? -1 : 1));
  const places = new Map(inOrder.map((part, index) => [part.handle, index]));
  return { tree: MerkleTree.over(inOrder.map(rollLeaf)), indexOf: (handle) => places.get(handle) ?? -1 };
}

/** The root (hex) of a roll. */
export function rollRoot(parts: readonly RollPublicPart[]): string {
  return hexOf(rollTreeOf(parts).tree.root());
}
