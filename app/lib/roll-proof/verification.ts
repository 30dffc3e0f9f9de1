// Checks a roll proof by named checks, so that whoever reads the answer knows what was examined and what failed.
import { canonicalJson } from "../canonical-json/index.ts";
import { bytesOfHex, leafHash, verifyInclusion } from "../merkle-tree/index.ts";
import type { RollProof } from "./document.ts";
import { rollLeaf, rollPrivateHash } from "./leaf.ts";

export const rollChecks = [
  /** The private part with its salt has the hash that stands in the public part. */
  "private-part",
  /** The votes that the private part explains are the votes of the entry. */
  "votes-explained",
  /** The entry is a leaf of the tree with that root. */
  "in-the-roll",
  /** The root is the one that was published; only checked where somebody says which that is. */
  "published-root",
] as const;
export type RollCheck = (typeof rollChecks)[number];

export interface RollProofReport {
  readonly isValid: boolean;
  readonly checks: readonly { readonly check: RollCheck; readonly outcome: "passed" | "failed" | "not-asked" }[];
}

/** Everything that one proof can show. `publishedRoot` is what the reader saw on the public page, or elsewhere. */
export function verifyRollProof(proof: RollProof, publishedRoot?: string): RollProofReport {
  const isIn = verifyInclusion({
    leaf: leafHash(rollLeaf(proof.public)),
    index: proof.index,
    size: proof.size,
    proof: proof.path.map(bytesOfHex),
    root: bytesOfHex(proof.root),
  });
  const outcomes: Record<RollCheck, boolean | undefined> = {
    "private-part": rollPrivateHash(proof.salt, proof.private) === proof.public.privateHash,
    "votes-explained": explainsVotes(proof),
    "in-the-roll": isIn,
    "published-root": publishedRoot === undefined ? undefined : publishedRoot.trim().toLowerCase() === proof.root,
  };
  const checks = rollChecks.map((check) => ({ check, outcome: wordFor(outcomes[check]) }));
  return { isValid: checks.every(({ outcome }) => outcome !== "failed"), checks };
}

function wordFor(outcome: boolean | undefined): "passed" | "failed" | "not-asked" {
  if (outcome === undefined) return "not-asked";
  return outcome ? "passed" : "failed";
}

/** Undefined where the private part explains no votes, as in a simulation or where the commission decided them. */
function explainsVotes({ private: hidden, public: part }: RollProof): boolean | undefined {
  const read = hidden as { readonly holdings?: { readonly votes?: unknown } } | null;
  const votes = read?.holdings?.votes;
  if (votes === undefined) return undefined;
  return canonicalJson(part.votes) === canonicalJson(Number(votes));
}
