// A whole archive, verified. The work has three phases, so that the ballots, by far the largest part, can be given to
// worker threads: prepare (everything before the ballots), examine batches of ballots, conclude (everything after).
import { scanArchive } from "../archive/reader.ts";
import type { VerificationBackend } from "../primitives/group.ts";
import { pureBackend } from "../primitives/groups.ts";
import { hashBytesHex } from "../primitives/transcript.ts";
import { openCredentialOf } from "../v1/ballot.ts";
import { findCredentialOutsideGroup, type CredentialList } from "../v1/credential-list.ts";
import { electionFingerprint, type ElectionDefinition } from "../v1/election.ts";
import { parseResult } from "../v1/election-result.ts";
import { countedPositions } from "../v1/tally.ts";
import type { VerifiedTrustees } from "../v1/trustees/verify-trustees.ts";
import { gatherContents, type ArchiveContents } from "./archive-contents.ts";
import { BatchExaminer, type ArchivedBallotFailure, type BatchedBallot } from "./ballot-batch.ts";
import { prepareBallotContext } from "./ballot-context.ts";
import { checkContinuation } from "./checks/archive-continuation.ts";
import { checkArchiveFile } from "./checks/archive-file.ts";
import { checkBallotCredentials } from "./checks/ballots-credential.ts";
import { checkUniqueness } from "./checks/ballots-unique.ts";
import { checkCredentialMembership, checkCredentials } from "./checks/credentials.ts";
import { checkElectionPayload } from "./checks/election.ts";
import { checkElectionKey } from "./checks/election-key.ts";
import { checkEncryptedTally } from "./checks/encrypted-tally.ts";
import { checkEventChain } from "./checks/event-chain.ts";
import { checkEventOrder } from "./checks/event-order.ts";
import { checkPartialDecryptions } from "./checks/partial-decryptions.ts";
import { checkRecordOrder } from "./checks/record-order.ts";
import { checkResult } from "./checks/result.ts";
import { checkShuffles } from "./checks/shuffles.ts";
import { checkTrustees } from "./checks/trustees.ts";
import { ballotCheckNames } from "./examine-ballot.ts";
import { CheckLedger, type VerificationReport } from "./report.ts";

/** What the first phase leaves for the others. */
export interface PreparedVerification {
  readonly ledger: CheckLedger;
  readonly contents: ArchiveContents;
  readonly election: ElectionDefinition | undefined;
  readonly electionPayload: string;
  readonly credentials: CredentialList | undefined;
  readonly trustees: VerifiedTrustees<unknown> | undefined;
  readonly ballots: readonly BatchedBallot[];
  readonly canExamineBallots: boolean;
  readonly backend: VerificationBackend;
}

/** The findings of the second phase. */
export interface ExaminedParts {
  readonly failures: readonly ArchivedBallotFailure[];
  /** The products of the counted ballots, one for each examiner; undefined where one cannot be counted. */
  readonly tallies: readonly (string | undefined)[];
  readonly credentialsOutsideGroup: readonly string[];
}

/** Verifies a whole archive in the calling thread. */
export function verifyArchive(
  bytes: Uint8Array,
  options: {
    previous?: Uint8Array;
    backend?: VerificationBackend;
    onProgress?: (done: number, total: number) => void;
  } = {},
): VerificationReport {
  const backend = options.backend ?? pureBackend;
  const prepared = prepareVerification(bytes, options.previous, backend);
  const total = prepared.ballots.length;
  let done = 0;
  const credentialsOutsideGroup = searchCredentials(prepared);
  if (!prepared.canExamineBallots)
    return concludeVerification(prepared, { failures: [], tallies: [], credentialsOutsideGroup });
  const examiner = new BatchExaminer(prepared.electionPayload, backend);
  const failures = examiner.examine(prepared.ballots, () => options.onProgress?.((done += 1), total));
  return concludeVerification(prepared, { failures, tallies: [examiner.tally()], credentialsOutsideGroup });
}

/** The credentials outside the group, found in the calling thread. */
export function searchCredentials({ credentials, election, backend }: PreparedVerification): string[] {
  if (credentials === undefined || election === undefined) return [];
  const outside = findCredentialOutsideGroup(
    election.group,
    credentials.entries.map((entry) => entry.publicCredential),
    backend,
  );
  return outside === undefined ? [] : [outside];
}

/** First phase: the file, the events, and everything about the election but its ballots. */
export function prepareVerification(
  bytes: Uint8Array,
  previous: Uint8Array | undefined,
  backend: VerificationBackend,
  hashBytes: (bytes: Uint8Array) => string = hashBytesHex,
): PreparedVerification {
  const ledger = new CheckLedger();
  const scanned = scanArchive(bytes, hashBytes);
  checkArchiveFile(ledger, scanned);
  checkContinuation(ledger, bytes, previous);
  const contents = gatherContents(scanned);
  checkEventChain(ledger, contents);
  checkEventOrder(ledger, contents);
  checkRecordOrder(ledger, scanned);
  const electionPayload = contents.election ?? "";
  const election = checkElectionPayload(ledger, contents.election);
  const arithmetic = election === undefined ? undefined : backend.arithmeticOf(election.group);
  const trustees = arithmetic === undefined ? undefined : checkTrustees(ledger, arithmetic, contents.trustees);
  if (arithmetic !== undefined && election !== undefined)
    checkElectionKey(ledger, arithmetic, election.publicKey, trustees);
  const credentials =
    election === undefined ? undefined : checkCredentials(ledger, election.group, contents.credentials);
  checkUniqueness(ledger, contents.ballots);
  const ballots = batchBallots(ledger, contents, credentials);
  const canExamineBallots = election !== undefined && prepareBallotContext(electionPayload, backend).ok;
  return { ledger, contents, election, electionPayload, credentials, trustees, ballots, canExamineBallots, backend };
}

function batchBallots(
  ledger: CheckLedger,
  contents: ArchiveContents,
  credentials: CredentialList | undefined,
): BatchedBallot[] {
  const ballotCredentials = contents.ballots.map((text) => (text === undefined ? undefined : openCredentialOf(text)));
  checkBallotCredentials(ledger, ballotCredentials, credentials);
  const counted = countedPositions(
    ballotCredentials.map((credential, position) => credential ?? `unreadable ${position}`),
  );
  return contents.ballots.map((text = "", position) => ({
    position,
    text,
    weight: counted.has(position) ? (credentials?.findWeight(ballotCredentials[position] ?? "") ?? 0) : undefined,
  }));
}

/** Third phase: what the ballots were found to be, the tally, the decryptions, the result. */
export function concludeVerification(prepared: PreparedVerification, examined: ExaminedParts): VerificationReport {
  const { ledger, contents, election, credentials, ballots, canExamineBallots } = prepared;
  for (const { check, code, detail, position } of examined.failures) {
    ledger.fail(check, code, detail, `ballot ${position + 1}`);
  }
  for (const name of ballotCheckNames) {
    if (canExamineBallots) ledger.pass(name, `${ballots.length} ballots`);
    else ledger.leaveOut(name, "the election or its key cannot be read");
  }
  if (credentials !== undefined)
    checkCredentialMembership(ledger, examined.credentialsOutsideGroup, credentials.entries.length);
  checkShuffles(ledger, contents.shuffleCount);
  if (election !== undefined) concludeCount(prepared, election, examined.tallies);
  return report(prepared);
}

function concludeCount(
  prepared: PreparedVerification,
  election: ElectionDefinition,
  tallies: readonly (string | undefined)[],
): void {
  const { ledger, contents, trustees, backend } = prepared;
  const arithmetic = backend.arithmeticOf(election.group);
  const counted = prepared.ballots.filter((ballot) => ballot.weight !== undefined);
  const products =
    tallies.every((tally) => tally !== undefined) && prepared.canExamineBallots && prepared.credentials !== undefined
      ? tallies
      : undefined;
  const expected = {
    ballots: counted.length,
    weight: counted.reduce((sum, ballot) => sum + (ballot.weight ?? 0), 0),
    products,
  };
  const tally = checkEncryptedTally(ledger, arithmetic, contents, election, expected);
  if (tally === undefined || trustees === undefined) {
    const why =
      contents.sizedTally === undefined ? "nothing was tallied yet" : "the tally or the trustees' keys do not hold";
    ledger.leaveOut("partial-decryptions", why);
    return ledger.leaveOut("result", why);
  }
  const fingerprint = electionFingerprint(prepared.electionPayload);
  const factors = checkPartialDecryptions(ledger, arithmetic, contents.decryptions, { tally, trustees, fingerprint });
  if (contents.result === undefined) {
    return contents.stage === "result"
      ? ledger.fail("result", "EVENT_PAYLOAD_MISSING", "the result is not in the archive")
      : ledger.leaveOut("result", "there is no result yet");
  }
  checkResult(ledger, arithmetic, contents.result, { tally, trustees, factors });
}

function report(prepared: PreparedVerification): VerificationReport {
  const { ledger, contents, election, electionPayload, credentials, ballots, backend } = prepared;
  const counted = ballots.filter((ballot) => ballot.weight !== undefined);
  const result = contents.result === undefined ? undefined : parseResult(contents.result);
  return {
    verdict: ledger.verdict(),
    stage: contents.stage,
    backend: election === undefined ? backend.name : backend.arithmeticOf(election.group).backend,
    election:
      election === undefined
        ? undefined
        : {
            name: election.name,
            uuid: election.uuid,
            group: election.group,
            fingerprint: electionFingerprint(electionPayload),
          },
    counts: {
      credentials: credentials?.entries.length ?? 0,
      ballots: ballots.length,
      countedBallots: counted.length,
      totalWeight: counted.reduce((sum, ballot) => sum + (ballot.weight ?? 0), 0).toString(),
      partialDecryptions: contents.decryptions.length,
    },
    result: result?.map((row) => row.map((votes) => votes.toString())),
    checks: ledger.list(),
  };
}
