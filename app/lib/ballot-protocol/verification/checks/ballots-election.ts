// Check "ballots-election": a ballot names this election and its fingerprint (SPECIFICATION §6.1).
import type { WrittenBallot } from "../../v1/ballot-format.ts";
import type { BallotContext, BallotFinding } from "../ballot-context.ts";

/** Whether the ballot was made for this election. */
export function checkElection(context: BallotContext<unknown>, ballot: WrittenBallot): BallotFinding {
  const isSame = ballot.electionUuid === context.election.uuid && ballot.electionFingerprint === context.fingerprint;
  return isSame ? undefined : { code: "BALLOT_OF_ANOTHER_ELECTION", detail: "another election or another fingerprint" };
}
