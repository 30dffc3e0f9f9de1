// Known trees (the eight leaves of the Certificate Transparency reference implementation), and properties over trees of every shape.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  MerkleTree,
  bytesOfHex,
  consistencyProof,
  hexOf,
  inclusionProof,
  leafHash,
  nodeHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from "./index.ts";

// Source: google/certificate-transparency, merkle_tree_test; the same vectors are in transparency-dev/merkle.
const knownLeaves = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map(bytesOfHex);
const knownRoots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const flipped = (hash: Uint8Array) => hash.map((byte, index) => (index === 0 ? byte ^ 1 : byte));

test("the roots of the known trees of zero to eight leaves", () => {
  const tree = MerkleTree.over(knownLeaves);
  for (const [size, root] of knownRoots.entries()) {
    expect(hexOf(rootOf(knownLeaves.slice(0, size)))).toBe(root);
    expect(hexOf(tree.root(size))).toBe(root);
  }
});

test("the known inclusion proof of the sixth leaf among eight", () => {
  expect(inclusionProof(knownLeaves, 5).map(hexOf)).toEqual([
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
});

test("the known consistency proof from six leaves to eight", () => {
  expect(consistencyProof(knownLeaves, 6).map(hexOf)).toEqual([
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
});

test("a leaf never hashes like a node", () => {
  const [left, right] = [leafHash("left"), leafHash("right")];
  expect(hexOf(leafHash(Uint8Array.of(...left, ...right)))).not.toBe(hexOf(nodeHash(left, right)));
});

/** Two sizes and the tree of the larger. */
const grownTree = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.nat(), fc.nat()).map(([size, one, other]) => ({
  tree: MerkleTree.over(Array.from({ length: size }, (_, index) => `${other}/${index}`)),
  size,
  first: one % (size + 1),
  index: other % size,
}));

test("every leaf is proved, and no other leaf, place, size or root passes with its proof", () => {
  fc.assert(
    fc.property(grownTree, ({ tree, size, index }) => {
      const claim = { leaf: tree.subtree(0, index), index, size, proof: tree.inclusionProof(index), root: tree.root() };
      expect(verifyInclusion(claim)).toBe(true);
      expect(verifyInclusion({ ...claim, leaf: flipped(claim.leaf) })).toBe(false);
      expect(verifyInclusion({ ...claim, root: flipped(claim.root) })).toBe(false);
      expect(verifyInclusion({ ...claim, index: index + 1 })).toBe(false);
      expect(verifyInclusion({ ...claim, index: size + index })).toBe(false);
      expect(verifyInclusion({ ...claim, proof: [...claim.proof, claim.root] })).toBe(false);
      if (size > 1) expect(verifyInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(false);
    }),
  );
});

test("every growth is proved, and a tree that changed or lost a leaf is not", () => {
  fc.assert(
    fc.property(grownTree, ({ tree, size, first }) => {
      const claim = {
        firstSize: first,
        firstRoot: tree.root(first),
        secondSize: size,
        secondRoot: tree.root(),
        proof: tree.consistencyProof(first),
      };
      expect(verifyConsistency(claim)).toBe(true);
      expect(verifyConsistency({ ...claim, firstRoot: flipped(claim.firstRoot) })).toBe(false);
      expect(verifyConsistency({ ...claim, proof: [...claim.proof, claim.firstRoot] })).toBe(false);
      if (first > 0) expect(verifyConsistency({ ...claim, secondRoot: flipped(claim.secondRoot) })).toBe(false);
      if (first < size) expect(verifyConsistency({ ...claim, firstSize: size, secondSize: first })).toBe(false);
      for (const [at, hash] of claim.proof.entries())
        expect(verifyConsistency({ ...claim, proof: claim.proof.with(at, flipped(hash)) })).toBe(false);
    }),
  );
});

test("a history rewritten at any one leaf has no proof that continues the old one", () => {
  fc.assert(
    fc.property(grownTree, ({ tree, size, first, index }) => {
      if (index >= first) return;
      const leaves = Array.from({ length: size }, (_, at) => tree.subtree(0, at));
      const rewritten = MerkleTree.overHashes(leaves.with(index, flipped(leaves[index] ?? new Uint8Array(32))));
      const sizes = { firstSize: first, firstRoot: tree.root(first), secondSize: size, secondRoot: rewritten.root() };
      for (const forger of [tree, rewritten])
        expect(verifyConsistency({ ...sizes, proof: forger.consistencyProof(first) })).toBe(false);
    }),
  );
});

test("a hundred thousand leaves are hashed once, and a proof of any of them is short", () => {
  const tree = MerkleTree.over(Array.from({ length: 100_000 }, (_, index) => String(index)));
  const proof = tree.inclusionProof(77_777);
  expect(proof.length).toBeLessThanOrEqual(17);
  expect(verifyInclusion({ leaf: leafHash("77777"), index: 77_777, size: 100_000, proof, root: tree.root() })).toBe(
    true,
  );
});

test("asking for what the tree does not have is a bug, and thrown", () => {
  const tree = MerkleTree.over(["a", "b"]);
  expect(() => tree.root(3)).toThrow(RangeError);
  expect(() => tree.inclusionProof(2)).toThrow(RangeError);
  expect(() => tree.consistencyProof(3)).toThrow(RangeError);
});
