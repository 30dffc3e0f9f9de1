// The bytes of another implementation (test/vectors/transparency-log), the examples of the C2SP texts, and what must be refused.
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MerkleTree, bytesOfHex, hexOf, verifyConsistency, verifyInclusion } from "#app/lib/merkle-tree/index.ts";
import vectors from "#test/vectors/transparency-log/vectors.json" with { type: "json" };
import {
  bundleEntries,
  cosign,
  cosignatureKey,
  noteKey,
  openNote,
  readAddCheckpoint,
  readCheckpoint,
  readCosignature,
  readTilePath,
  readVerificationKey,
  signNote,
  splitBundle,
  tilePath,
  writeAddCheckpoint,
  writeCheckpoint,
  writeVerificationKey,
} from "./index.ts";

const secret = (seed: number) => new Uint8Array(32).fill(seed);
const logKey = noteKey("log.example/one", ed25519.getPublicKey(secret(1)));
const witnessKey = cosignatureKey("witness.example/w1", ed25519.getPublicKey(secret(2)));
const signAs = (seed: number) => (message: Uint8Array) => ed25519.sign(message, secret(seed));
const text = writeCheckpoint({ origin: "log.example/one", size: 7, root: new Uint8Array(32).fill(9) });
const note = signNote(text, logKey, signAs(1));

/** A key of the vectors, which must be readable. */
function keyOf(vkey: string) {
  const key = readVerificationKey(vkey);
  if (key === undefined) throw new Error(`not a vkey: ${vkey}`);
  return key;
}

test("trees, proofs and tiles of seventy thousand entries are those of Go's sumdb/tlog", () => {
  const tree = MerkleTree.over(Array.from({ length: 70_000 }, (_, index) => `entry ${index}`));
  for (const { size, root, inclusion, consistency } of vectors.trees) {
    expect(hexOf(tree.root(size))).toBe(root);
    for (const { index, proof } of inclusion) {
      expect(tree.inclusionProof(index, size).map(hexOf)).toEqual(proof);
      const claim = { leaf: tree.subtree(0, index), index, size, proof: proof.map(bytesOfHex), root: bytesOfHex(root) };
      expect(verifyInclusion(claim)).toBe(true);
    }
    for (const { first, proof } of consistency) {
      expect(tree.consistencyProof(first, size).map(hexOf)).toEqual(proof);
      const roots = { firstSize: first, firstRoot: tree.root(first), secondSize: size, secondRoot: bytesOfHex(root) };
      expect(verifyConsistency({ ...roots, proof: proof.map(bytesOfHex) })).toBe(true);
    }
  }
  for (const { path, sha256: expected } of vectors.tiles) {
    const address = readTilePath(path.slice("tile/".length));
    expect(address && tilePath(address)).toBe(path);
    if (address === undefined || address.level === "entries" || expected === "") continue;
    const { level, index, width } = address;
    const hashes = Array.from({ length: width }, (_, at) => [...tree.subtree(level * 8, index * 256 + at)]);
    expect(hexOf(sha256(Uint8Array.from(hashes.flat())))).toBe(expected);
  }
});

test("a note signed by Go opens, and we sign the same note byte for byte", () => {
  const key = keyOf(vectors.note.verificationKey);
  expect(writeVerificationKey(key)).toBe(vectors.note.verificationKey);
  const opened = openNote(vectors.note.note, [key]);
  expect(readCheckpoint(opened?.text ?? "")).toMatchObject({ origin: "plenaria.example/log", size: 70_000 });
  const seed = Uint8Array.from(atob(vectors.note.signingKey.split("+").at(-1) ?? ""), (letter) => letter.charCodeAt(0));
  const again = signNote(opened?.text ?? "", key, (message) => ed25519.sign(message, seed.slice(1)));
  expect(again).toBe(vectors.note.note);
});

test("a cosignature made by Go is read, and we make the same one", () => {
  const { verificationKey, timestamp, line, seed } = vectors.cosignature;
  const key = keyOf(verificationKey);
  expect(readCosignature(vectors.note.note + line, key)).toEqual({ timestamp, line });
  const ours = cosign(vectors.note.note, key, timestamp, (message) => ed25519.sign(message, bytesOfHex(seed)));
  expect(ours).toBe(line);
});

// Source: golang.org/x/mod/sumdb/note, example_test.go: a note that several people have verified since 2019.
test("the known note of PeterNeumann opens, and does not when a letter changes", () => {
  const key = keyOf("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  const known =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  expect(openNote(known, [key])?.text).toContain("cryptography");
  expect(openNote(known.replace("don't", "do"), [key])).toBeUndefined();
});

test("a note is opened by a known key alone, whatever else signed it", () => {
  const stranger = noteKey("log.example/one", ed25519.getPublicKey(secret(3)));
  expect(openNote(note, [logKey])?.signatures).toHaveLength(1);
  expect(openNote(note, [stranger])).toBeUndefined();
  expect(openNote(`${note}— somebody.example AAAAAAAA\n`, [logKey])?.signatures).toHaveLength(1);
});

test("one false signature of a known key refuses the whole note", () => {
  expect(openNote(note.replace("\n7\n", "\n8\n"), [logKey])).toBeUndefined();
});

test.each([
  ["without a newline at its end", "text"],
  ["with a control character", "te\u0007xt\n"],
  ["with half a surrogate pair", "te\ud800xt\n"],
])("a text %s cannot be signed", (_, bad) => {
  expect(() => signNote(bad, logKey, signAs(1))).toThrow("a note is UTF-8 text");
});

test.each(["", "a b", "a+b", "a\u2003b", "a\nb"])("%j cannot be the name of a key", (name) => {
  expect(() => noteKey(name, new Uint8Array(32))).toThrow("cannot be the name of a key");
});

test("a vkey whose ID is not its own, or of an unknown algorithm, is not read", () => {
  const vkey = writeVerificationKey(logKey);
  expect(readVerificationKey(vkey)).toEqual(logKey);
  expect(readVerificationKey(vkey.replace(/\+[0-9a-f]{8}\+/, "+00000000+"))).toBeUndefined();
  expect(readVerificationKey(`${vkey}A`)).toBeUndefined();
  expect(readVerificationKey("log.example+12345678+Bg==")).toBeUndefined();
});

test("a cosignature holds for its note, its witness and its time alone", () => {
  const line = cosign(note, witnessKey, 1_900_000_000, signAs(2));
  expect(readCosignature(note + line, witnessKey)?.timestamp).toBe(1_900_000_000);
  expect(readCosignature(note.replace("\n7\n", "\n8\n") + line, witnessKey)).toBeUndefined();
  expect(readCosignature(note + cosign(note, witnessKey, 1, signAs(3)), witnessKey)).toBeUndefined();
  const otherName = cosignatureKey("witness.example/w2", witnessKey.publicKey);
  expect(readCosignature(note + line, otherName)).toBeUndefined();
});

test.each([
  ["a size with a leading zero", text.replace("\n7\n", "\n07\n")],
  ["a negative size", text.replace("\n7\n", "\n-7\n")],
  ["a root of the wrong length", text.replace(/\n[^\n]+\n$/, "\nAAAA\n")],
  ["an empty origin", text.replace("log.example/one", "")],
  ["an empty extension line", `${text}\n`],
  ["no last newline", text.trimEnd()],
])("a checkpoint with %s is not read", (_, bad) => {
  expect(readCheckpoint(bad)).toBeUndefined();
});

test("a checkpoint with an extension line of another log is read", () => {
  expect(readCheckpoint(`${text}extension\n`)?.size).toBe(7);
});

test.each([
  ["0/000", { level: 0, index: 0, width: 256 }],
  ["0/x001/x234/067", { level: 0, index: 1_234_067, width: 256 }],
  ["1/x001/000.p/17", { level: 1, index: 1000, width: 17 }],
  ["entries/999.p/255", { level: "entries", index: 999, width: 255 }],
])("the tile path %s", (path, address) => {
  expect(readTilePath(path)).toEqual(address);
  expect(tilePath(address as Parameters<typeof tilePath>[0])).toBe(`tile/${path}`);
});

test.each([
  "0/1",
  "00/001",
  "0/x000/001",
  "0/001.p/0",
  "0/001.p/256",
  "0/001.p/01",
  "64/000",
  "-1/000",
  "0/x01/234",
  "0/001/",
  "entries",
])("%s is no tile path", (path) => {
  expect(readTilePath(path)).toBeUndefined();
});

test("bundles give back what was put in, and one that is cut off is refused", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { minLength: 1, maxLength: 20 }), (entries) => {
      const bundle = bundleEntries(entries);
      expect(splitBundle(bundle)?.map((entry) => [...entry])).toEqual(entries.map((entry) => [...entry]));
      expect(splitBundle(bundle.slice(0, -1))).not.toEqual(splitBundle(bundle));
    }),
  );
  expect(splitBundle(Uint8Array.of(0))).toBeUndefined();
  expect(() => bundleEntries([new Uint8Array(65_536)])).toThrow(RangeError);
});

test("a request to a witness says the old size, the proof and the checkpoint, and is read back", () => {
  const proof = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const body = writeAddCheckpoint({ oldSize: 5, proof, note });
  expect(body.startsWith("old 5\nAQEB")).toBe(true);
  expect(readAddCheckpoint(body)).toEqual({ oldSize: 5, proof, note });
  expect(readAddCheckpoint(writeAddCheckpoint({ oldSize: 0, proof: [], note }))).toEqual({
    oldSize: 0,
    proof: [],
    note,
  });
  for (const bad of [body.replace("old 5", "old 05"), body.replace("AQEB", "AQE"), "old 5\n"])
    expect(readAddCheckpoint(bad)).toBeUndefined();
});
