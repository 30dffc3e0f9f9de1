// Check "ballots-credential": every ballot was made with a credential on the list (SPECIFICATION §5.3).
import type { CredentialList } from "../../v1/credential-list.ts";
import type { CheckLedger } from "../report.ts";

/** Looks every ballot's credential up; ballots that cannot be read are told by another check. */
export function checkBallotCredentials(
  ledger: CheckLedger,
  credentials: readonly (string | undefined)[],
  list: CredentialList | undefined,
): void {
  if (list === undefined) return ledger.leaveOut("ballots-credential", "the list of credentials does not hold");
  for (const [position, credential] of credentials.entries()) {
    if (credential === undefined || list.findWeight(credential) !== undefined) continue;
    ledger.fail(
      "ballots-credential",
      "BALLOT_CREDENTIAL_UNKNOWN",
      "the public credential is not on the list",
      `ballot ${position + 1}`,
    );
  }
  ledger.pass("ballots-credential", "every ballot has a credential of the list");
}
