// Checking proofs: what a member, a witness or a monitor does, with nothing but the proof and the roots.
// Source: RFC 9162 §2.1.3.2 (inclusion) and §2.1.4.2 (consistency), whose steps are followed line by line.
import { emptyRoot, isSameHash, nodeHash } from "./hashes.ts";

export interface InclusionClaim {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Whether `leaf` (a leaf hash) is leaf number `index` (from 0) of the tree with that size and root. */
export function verifyInclusion({ leaf, index, size, proof, root }: InclusionClaim): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  const hash = climb(index, size - 1, proof, leaf, (below, beside, isLeft) =>
    isLeft ? nodeHash(beside, below) : nodeHash(below, beside),
  );
  return hash !== undefined && isSameHash(hash, root);
}

export interface ConsistencyClaim {
  readonly firstSize: number;
  readonly firstRoot: Uint8Array;
  readonly secondSize: number;
  readonly secondRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Whether the second tree has all leaves of the first, in order, and only appends. */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { firstSize, firstRoot, secondSize, secondRoot, proof } = claim;
  if (!isCount(firstSize) || !isCount(secondSize) || firstSize > secondSize) return false;
  // Why: RFC 9162 leaves these two cases to the caller; every tree continues the empty one, and itself.
  if (firstSize === 0) return proof.length === 0 && isSameHash(firstRoot, emptyRoot);
  if (firstSize === secondSize) return proof.length === 0 && isSameHash(firstRoot, secondRoot);
  const [start, ...rest] = isPowerOfTwo(firstSize) ? [firstRoot, ...proof] : proof;
  if (start === undefined || proof.length === 0) return false;
  let [node, last] = [firstSize - 1, secondSize - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  // Why: a neighbour on the left is in both trees, one on the right only in the second.
  const roots = climb(node, last, rest, { first: start, second: start }, ({ first, second }, beside, isLeft) =>
    isLeft
      ? { first: nodeHash(beside, first), second: nodeHash(beside, second) }
      : { first, second: nodeHash(second, beside) },
  );
  return roots !== undefined && isSameHash(roots.first, firstRoot) && isSameHash(roots.second, secondRoot);
}

/** Goes up from `node` to the root of the tree whose last node is `last`; undefined when the proof is too long or too short. */
function climb<Below>(
  node: number,
  last: number,
  proof: readonly Uint8Array[],
  start: Below,
  join: (below: Below, beside: Uint8Array, isLeft: boolean) => Below,
): Below | undefined {
  let below = start;
  for (const beside of proof) {
    if (last === 0) return undefined;
    const isLeft = node % 2 === 1 || node === last;
    below = join(below, beside, isLeft);
    // Why: the last node of an odd row has no neighbour there and rises until it has one.
    while (isLeft && node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? below : undefined;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}
