// What a commissioner signs when the roll is final: one text that names the election, the version, the root, the entries, the votes and the seat.
import { canonicalJson } from "../canonical-json/index.ts";

export interface RollStatementParts {
  readonly electionId: string;
  readonly rollVersion: number;
  readonly root: string;
  /** How many entries the roll has. */
  readonly size: number;
  /** The votes of all entries together. */
  readonly votes: number;
  /** The seat whose key signs, from 1. */
  readonly trustee: number;
}

/** The text over which the signature is made. */
export function rollStatement({ electionId, rollVersion, root, size, votes, trustee }: RollStatementParts): string {
  return canonicalJson({ format: "plenaria-roll-signature/1", electionId, rollVersion, root, size, votes, trustee });
}
