// One ballot at the door of the box: the same checks as for an archive, and that its credential is on the list.
import { expectOk } from "../../result/index.ts";
import type { VerificationBackend } from "../primitives/group.ts";
import { pureBackend } from "../primitives/groups.ts";
import { openCredentialOf, trackerOf } from "../v1/ballot.ts";
import type { CredentialList } from "../v1/credential-list.ts";
import { prepareBallotContext } from "./ballot-context.ts";
import { ballotCheckNames, examineBallot } from "./examine-ballot.ts";
import { CheckLedger, type CheckOutcome } from "./report.ts";

/** The answer for one ballot. */
export interface BallotReport {
  readonly verdict: "valid" | "invalid";
  readonly tracker: string;
  readonly publicCredential: string | undefined;
  readonly weight: number | undefined;
  readonly checks: readonly CheckOutcome[];
}

/** Verifies a ballot before it enters the box. Whether it is an exact copy of another is for the box to see. */
export function verifyBallot(input: {
  electionPayload: string;
  credentials: CredentialList;
  ballot: string;
  backend?: VerificationBackend;
}): BallotReport {
  const context = expectOk(prepareBallotContext(input.electionPayload, input.backend ?? pureBackend));
  const ledger = new CheckLedger();
  const { failures } = examineBallot(context, input.ballot);
  for (const { check, code, detail } of failures) ledger.fail(check, code, detail);
  const publicCredential = openCredentialOf(input.ballot);
  const weight = publicCredential === undefined ? undefined : input.credentials.findWeight(publicCredential);
  if (weight === undefined)
    ledger.fail("ballots-credential", "BALLOT_CREDENTIAL_UNKNOWN", "the public credential is not on the list");
  const names = ["ballots-credential", ...ballotCheckNames] as const;
  if (!ledger.hasFailed("ballots-canonical")) for (const name of names) ledger.pass(name, "holds");
  const checks = ledger.list(names);
  return { verdict: ledger.verdict(), tracker: trackerOf(input.ballot), publicCredential, weight, checks };
}
