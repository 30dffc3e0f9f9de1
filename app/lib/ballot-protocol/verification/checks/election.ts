// Check "election": the election can be read, in a known version and group, with questions of a known kind (SPECIFICATION §4).
import { parseElection, type ElectionDefinition } from "../../v1/election.ts";
import type { CheckLedger } from "../report.ts";

/** Reads the election. */
export function checkElectionPayload(ledger: CheckLedger, payload: string | undefined): ElectionDefinition | undefined {
  if (payload === undefined) {
    ledger.fail("election", "EVENT_PAYLOAD_MISSING", "the archive has no election");
    return undefined;
  }
  const election = parseElection(payload);
  if (!election.ok) {
    ledger.fail("election", election.error.code, `the election cannot be read: ${JSON.stringify(election.error)}`);
    return undefined;
  }
  const { group, questions } = election.value;
  ledger.pass("election", `${questions.length} questions in the group ${group}`);
  return election.value;
}
