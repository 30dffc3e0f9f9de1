// A browser that remembers the log notices when it is shown another one.
import { ed25519 } from "@noble/curves/ed25519.js";
import { expect, test } from "vitest";
import { MerkleTree, hexOf } from "#app/lib/merkle-tree/index.ts";
import { noteKey, signNote, writeCheckpoint, writeVerificationKey } from "#app/lib/signed-note/index.ts";
import { judgeLog } from "./log-memory.ts";

const treeOf = (word: string, size: number) =>
  MerkleTree.over(Array.from({ length: size }, (_, at) => `${word} ${at}`));
const honest = treeOf("entry", 20);
const forked = treeOf("lie", 20);

function seen(tree: MerkleTree, size: number, seed = 1) {
  const secret = new Uint8Array(32).fill(seed);
  const key = noteKey("log.example", ed25519.getPublicKey(secret));
  const text = writeCheckpoint({ origin: "log.example", size, root: tree.root(size) });
  const note = signNote(text, key, (message) => ed25519.sign(message, secret));
  return { vkey: writeVerificationKey(key), note };
}

const proofFrom = (tree: MerkleTree, first: number, second: number) => tree.consistencyProof(first, second).map(hexOf);

test("a log seen for the first time is remembered", () => {
  expect(judgeLog(undefined, seen(honest, 5), undefined)).toBe("first");
});

test("a log that grew, or stayed, continues", () => {
  expect(judgeLog(seen(honest, 5), seen(honest, 20), proofFrom(honest, 5, 20))).toBe("continues");
  expect(judgeLog(seen(honest, 5), seen(honest, 5), [])).toBe("continues");
});

test.each([
  ["rewritten", seen(forked, 20), proofFrom(forked, 5, 20)],
  ["rewritten", seen(honest, 20), undefined],
  ["rewritten", seen(forked, 5), []],
  ["shrank", seen(honest, 4), undefined],
  ["another-key", seen(honest, 20, 2), proofFrom(honest, 5, 20)],
  ["unsigned", { ...seen(honest, 20), note: "nonsense" }, proofFrom(honest, 5, 20)],
  ["unsigned", { ...seen(honest, 20), vkey: seen(honest, 20, 2).vkey }, proofFrom(honest, 5, 20)],
])("a log that is %s is noticed", (verdict, shown, proof) => {
  expect(judgeLog(seen(honest, 5), shown, proof)).toBe(verdict);
});
