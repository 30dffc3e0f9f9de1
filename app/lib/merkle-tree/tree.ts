// A growing tree: every complete subtree is hashed once and kept, so roots and proofs of any earlier size cost a few hashes.
// Source: RFC 9162 §2.1.1 (root), §2.1.3.1 (inclusion proof), §2.1.4.1 (consistency proof).
import { emptyRoot, leafHash, nodeHash } from "./hashes.ts";

/** The tree over the leaf hashes appended so far; also over any first part of them. */
export class MerkleTree {
  /** levels[k][n]: the hash of the complete subtree over leaves n·2^k to (n+1)·2^k. */
  readonly #levels: Uint8Array[][] = [[]];

  /** A tree over entries that are hashed here. */
  static over(entries: Iterable<Uint8Array | string>): MerkleTree {
    const tree = new MerkleTree();
    for (const entry of entries) tree.append(leafHash(entry));
    return tree;
  }

  /** A tree over hashes of leaves. */
  static overHashes(hashes: Iterable<Uint8Array>): MerkleTree {
    const tree = new MerkleTree();
    for (const hash of hashes) tree.append(hash);
    return tree;
  }

  get size(): number {
    return this.#levels[0]?.length ?? 0;
  }

  /** Adds one leaf, given as its hash. */
  append(hash: Uint8Array): void {
    let complete = hash;
    for (let level = 0; ; level += 1) {
      const row = (this.#levels[level] ??= []);
      row.push(complete);
      if (row.length % 2 === 1) return;
      complete = nodeHash(this.subtree(level, row.length - 2), complete);
    }
  }

  /** The hash of the complete subtree over leaves index·2^level to (index+1)·2^level; throws when the tree does not reach so far. */
  subtree(level: number, index: number): Uint8Array {
    const hash = this.#levels[level]?.[index];
    if (hash === undefined) throw new RangeError(`the tree of ${this.size} leaves has no subtree ${level}/${index}`);
    return hash;
  }

  /** The root over the first `size` leaves. */
  root(size: number = this.size): Uint8Array {
    this.#requireSize(size);
    return size === 0 ? emptyRoot : this.#rootOfRange(0, size);
  }

  /** PATH(index, D[size]): the hashes beside the way from leaf `index` up to the root over the first `size` leaves. */
  inclusionProof(index: number, size: number = this.size): Uint8Array[] {
    this.#requireSize(size);
    if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError(`no leaf ${index} of ${size}`);
    const proof: Uint8Array[] = [];
    let [start, end] = [0, size];
    while (end - start > 1) {
      const middle = start + largestPowerBelow(end - start);
      if (index < middle) {
        proof.push(this.#rootOfRange(middle, end));
        end = middle;
      } else {
        proof.push(this.#rootOfRange(start, middle));
        start = middle;
      }
    }
    return proof.reverse();
  }

  /** PROOF(first, D[second]): shows that the tree of `second` leaves only appended to the one of `first`. Empty when first is 0 or second. */
  consistencyProof(first: number, second: number = this.size): Uint8Array[] {
    this.#requireSize(second);
    if (!Number.isSafeInteger(first) || first < 0 || first > second)
      throw new RangeError(`no size ${first} of ${second}`);
    if (first === 0 || first === second) return [];
    const proof: Uint8Array[] = [];
    let [start, end] = [0, second];
    while (first !== end) {
      const middle = start + largestPowerBelow(end - start);
      if (first <= middle) {
        proof.push(this.#rootOfRange(middle, end));
        end = middle;
      } else {
        proof.push(this.#rootOfRange(start, middle));
        start = middle;
      }
    }
    // Why: the old tree as a whole is not repeated, its root is known already.
    if (start > 0) proof.push(this.#rootOfRange(start, end));
    return proof.reverse();
  }

  /** The root over leaves start to end, where start is a multiple of the power of two that spans the range. */
  #rootOfRange(start: number, end: number): Uint8Array {
    const width = end - start;
    const level = Math.floor(Math.log2(width));
    if (2 ** level === width) return this.subtree(level, start / width);
    const middle = start + largestPowerBelow(width);
    return nodeHash(this.#rootOfRange(start, middle), this.#rootOfRange(middle, end));
  }

  #requireSize(size: number): void {
    if (Number.isSafeInteger(size) && size >= 0 && size <= this.size) return;
    throw new RangeError(`the tree has ${this.size} leaves, not ${size}`);
  }
}

/** The root over entries, hashed here. For several roots or proofs keep a MerkleTree. */
export function rootOf(entries: Iterable<Uint8Array | string>): Uint8Array {
  return MerkleTree.over(entries).root();
}

/** The inclusion proof of one of the entries. For several, keep a MerkleTree. */
export function inclusionProof(entries: Iterable<Uint8Array | string>, index: number): Uint8Array[] {
  return MerkleTree.over(entries).inclusionProof(index);
}

/** The proof that the entries continue their own first part. For several, keep a MerkleTree. */
export function consistencyProof(entries: Iterable<Uint8Array | string>, first: number): Uint8Array[] {
  return MerkleTree.over(entries).consistencyProof(first);
}

/** The largest power of two below `count` (count > 1). */
function largestPowerBelow(count: number): number {
  return 2 ** Math.floor(Math.log2(count - 1));
}
