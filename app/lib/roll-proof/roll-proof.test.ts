// Roll proofs: a proof of the real entry holds; one changed letter anywhere does not.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hexOf } from "../merkle-tree/index.ts";
import type { RollProof, RollPublicPart } from "./index.ts";
import { readRollProof, rollEntryHash, rollPrivateHash, rollRoot, rollTreeOf, verifyRollProof } from "./index.ts";

const salt = "00112233445566778899aabbccddeeff";
const hidden = { holdings: { votes: 4, ipv4Addresses: "1024" }, standing: { isGood: true }, contact: { name: "Ana" } };

function entry(handle: string, votes = 4): RollPublicPart {
  return {
    handle,
    name: `Organización ${handle}`,
    country: "HN",
    class: "active-a",
    category: "medium",
    votes,
    ruleVersion: "default",
    channel: "account",
    privateHash: rollPrivateHash(salt, hidden),
  };
}

function proofOf(handles: readonly string[], handle: string): RollProof {
  const parts = handles.map((each) => entry(each));
  const { tree, indexOf } = rollTreeOf(parts);
  return {
    format: "plenaria-roll-proof/1",
    electionId: "E",
    rollVersion: 1,
    root: hexOf(tree.root()),
    size: tree.size,
    index: indexOf(handle),
    public: entry(handle),
    private: hidden,
    salt,
    path: tree.inclusionProof(indexOf(handle)).map(hexOf),
  };
}

const handles = ["HN-AAAA-X", "BR-CCCC-X", "AR-BBBB-X", "UY-DDDD-X", "MX-EEEE-X"];

describe("a roll proof", () => {
  // Requirement: CM 48
  test("holds for every entry of a roll, whatever the order in which the entries are given", () => {
    for (const handle of handles) {
      const proof = proofOf([...handles].reverse(), handle);
      expect(verifyRollProof(proof, rollRoot(handles.map((each) => entry(each))))).toMatchObject({ isValid: true });
    }
  });

  test("says which check failed", () => {
    const proof = proofOf(handles, "HN-AAAA-X");
    const failed = (changed: RollProof, published?: string) =>
      verifyRollProof(changed, published)
        .checks.filter(({ outcome }) => outcome === "failed")
        .map(({ check }) => check);
    expect(failed({ ...proof, private: { ...hidden, contact: { name: "Eva" } } })).toEqual(["private-part"]);
    expect(failed({ ...proof, public: { ...proof.public, votes: 7 } })).toEqual(["votes-explained", "in-the-roll"]);
    expect(failed({ ...proof, public: { ...proof.public, name: "Otra" } })).toEqual(["in-the-roll"]);
    expect(failed({ ...proof, public: { ...proof.public, channel: "link" } })).toEqual(["in-the-roll"]);
    expect(failed(proof, "00".repeat(32))).toEqual(["published-root"]);
  });

  // Requirement: CM 18, CM 48
  test("of no entry survives another weight, another position or another way", () => {
    const proof = proofOf(handles, "AR-BBBB-X");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 11 }), fc.nat(9), (votes, index) => {
        const changed = { ...proof, index, public: { ...proof.public, votes } };
        expect(verifyRollProof(changed).isValid).toBe(votes === 4 && index === proof.index);
      }),
    );
    expect(verifyRollProof({ ...proof, path: proof.path.slice(1) }).isValid).toBe(false);
  });

  test("is read only when every part is there and of its kind", () => {
    const proof = proofOf(handles, "HN-AAAA-X");
    expect(readRollProof(JSON.parse(JSON.stringify(proof)))).toEqual({ ok: true, value: proof });
    expect(readRollProof({ ...proof, format: "other" })).toMatchObject({ error: "format" });
    expect(readRollProof({ ...proof, path: ["zz"] })).toMatchObject({ error: "path" });
    expect(readRollProof({ ...proof, public: { ...proof.public, votes: "4" } })).toMatchObject({ error: "public" });
    expect(readRollProof({ ...proof, root: "" })).toMatchObject({ error: "root" });
    expect(readRollProof({ ...proof, salt: "x" })).toMatchObject({ error: "salt" });
    expect(readRollProof({ ...proof, private: undefined })).toMatchObject({ error: "private" });
    expect(readRollProof("proof")).toMatchObject({ error: "format" });
  });

  test("hides the private part: another salt gives another hash, and so another leaf", () => {
    const other = rollPrivateHash("ff".repeat(16), hidden);
    expect(other).not.toBe(rollPrivateHash(salt, hidden));
    expect(rollEntryHash({ ...entry("HN-AAAA-X"), privateHash: other })).not.toBe(rollEntryHash(entry("HN-AAAA-X")));
  });
});
