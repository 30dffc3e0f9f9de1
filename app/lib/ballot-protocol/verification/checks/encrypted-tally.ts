// Checks "encrypted-tally" and "tally-counts": the tally is the product of the counted ballots, and says how many ballots
// and votes it contains (SPECIFICATION §8.1).
import type { PublicArithmetic } from "../../primitives/group.ts";
import { isJsonObject, parseStrictJson } from "../../primitives/strict-json.ts";
import { hashHex } from "../../primitives/transcript.ts";
import type { ElectionDefinition } from "../../v1/election.ts";
import type { Ciphertext } from "../../v1/proofs/disjunction.ts";
import { readTally, serializeCiphertexts, TallyAccumulator } from "../../v1/tally.ts";
import { parseWeight } from "../../v1/weights.ts";
import type { ArchiveContents } from "../archive-contents.ts";
import type { CheckLedger } from "../report.ts";

/** What the counted ballots amount to. */
export interface ExpectedTally {
  readonly ballots: number;
  readonly weight: number;
  /** The products of the batches of ballots; undefined if a counted ballot could not be read. */
  readonly products: readonly string[] | undefined;
}

/** Compares the archive's tally with the ballots; gives the archive's tally for the checks that follow. */
export function checkEncryptedTally<Element>(
  ledger: CheckLedger,
  arithmetic: PublicArithmetic<Element>,
  contents: ArchiveContents,
  election: ElectionDefinition,
  expected: ExpectedTally,
): Ciphertext<Element>[][] | undefined {
  if (contents.sizedTally === undefined) {
    ledger.leaveOut("encrypted-tally", "nothing was tallied yet");
    ledger.leaveOut("tally-counts", "nothing was tallied yet");
    return undefined;
  }
  if (expected.products === undefined) {
    ledger.leaveOut("encrypted-tally", "the ballots or the credentials cannot be read, so they cannot be added up");
    ledger.leaveOut("tally-counts", "the ballots or the credentials cannot be read, so they cannot be counted");
  } else {
    checkCounts(ledger, contents.sizedTally, expected);
  }
  const tally = contents.encryptedTally === undefined ? undefined : readTally(arithmetic, contents.encryptedTally);
  if (tally === undefined || contents.encryptedTally === undefined) {
    ledger.fail("encrypted-tally", "TALLY_MALFORMED", "the encrypted tally cannot be read");
    return undefined;
  }
  if (
    expected.products !== undefined &&
    hashHex(contents.encryptedTally) !== hashHex(combine(arithmetic, election, expected.products))
  ) {
    ledger.fail("encrypted-tally", "TALLY_MISMATCH", "the encrypted tally is not the product of the counted ballots");
  }
  ledger.pass("encrypted-tally", `computed again from ${expected.ballots} ballots with the same outcome`);
  return tally;
}

function checkCounts(ledger: CheckLedger, sized: string, expected: ExpectedTally): void {
  const value = parseStrictJson(sized);
  const fields = isJsonObject(value) ? value : {};
  const ballots = typeof fields["num_tallied"] === "number" ? parseWeight(fields["num_tallied"]) : undefined;
  const weight = parseWeight(fields["total_weight"]);
  if (ballots !== expected.ballots || weight !== expected.weight) {
    const counted = `${expected.ballots} ballots with ${expected.weight} votes count`;
    ledger.fail("tally-counts", "TALLY_COUNTS_MISMATCH", `${counted}, not ${ballots ?? "?"} with ${weight ?? "?"}`);
  }
  ledger.pass("tally-counts", `${expected.ballots} ballots with ${expected.weight} votes`);
}

function combine<Element>(
  arithmetic: PublicArithmetic<Element>,
  election: ElectionDefinition,
  products: readonly string[],
): string {
  const total = new TallyAccumulator(arithmetic, election.questions);
  for (const product of products) {
    const part = readTally(arithmetic, product);
    if (part !== undefined) total.add(part, 1);
  }
  return serializeCiphertexts(arithmetic, total.product());
}
