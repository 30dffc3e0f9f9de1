// Merkle trees whose roots, inclusion proofs and consistency proofs anyone can check with a dozen lines of code.
// Source: RFC 9162 §2.1 (the same tree as RFC 6962 §2.1, which C2SP tlog-tiles uses).
export { bytesOfHex, hexOf, leafHash, nodeHash } from "./hashes.ts";
export { MerkleTree, consistencyProof, inclusionProof, rootOf } from "./tree.ts";
export { verifyConsistency, verifyInclusion } from "./verification.ts";
export type { ConsistencyClaim, InclusionClaim } from "./verification.ts";
