// Proofs about the roll of an election: what everybody may see of an entry, what only its organisation sees, and how the two hang together.
export { rollEntryHash, rollLeaf, rollPrivateHash, rollRoot, rollTreeOf } from "./leaf.ts";
export type { RollPublicPart } from "./leaf.ts";
export { readRollProof, rollProofFormat } from "./document.ts";
export type { RollProof } from "./document.ts";
export { rollStatement } from "./statement.ts";
export type { RollStatementParts } from "./statement.ts";
export { rollChecks, verifyRollProof } from "./verification.ts";
export type { RollCheck, RollProofReport } from "./verification.ts";
