// Check "ballots-canonical": a ballot is written in the one canonical way, to the last byte (SPECIFICATION §6.4).
import { parseBallot, type WrittenBallot } from "../../v1/ballot-format.ts";
import type { BallotFinding } from "../ballot-context.ts";

/** Reads a ballot, or says why it cannot be one. */
export function checkCanonical(
  text: string,
  order: bigint,
): { ballot: WrittenBallot | undefined; finding: BallotFinding } {
  const ballot = parseBallot(text, order);
  if (ballot !== undefined) return { ballot, finding: undefined };
  return { ballot, finding: { code: "BALLOT_NOT_CANONICAL", detail: "writing it again gives other bytes" } };
}
