// The front door of the ballot protocol: the signatures the rest of the house is written against.
// Only strings, small numbers and byte arrays cross it. The bodies follow in the next commits.
import type { Refusal, Result } from "../result/index.ts";

export type GroupName = "Ed25519" | "BELENIOS-2048";
export declare const groupNames: readonly GroupName[];
export type RandomBytes = (length: number) => Uint8Array;
export type ProtocolRefusal = Refusal;

// ---- the election -------------------------------------------------------------------------------------------------
export interface HomomorphicQuestion {
  readonly question: string;
  readonly answers: readonly string[];
  readonly blank: boolean;
  readonly min: number;
  readonly max: number;
}
export interface ElectionDefinition {
  readonly uuid: string;
  readonly name: string;
  readonly description: string;
  readonly group: GroupName;
  readonly publicKey: string;
  readonly questions: readonly HomomorphicQuestion[];
  readonly administrator?: string;
  readonly credentialAuthority?: string;
}
export declare function generateElectionUuid(random: RandomBytes): string;
export declare function serializeElection(definition: ElectionDefinition): string;
export declare function parseElection(payload: string): Result<ElectionDefinition, ProtocolRefusal>;
export declare function electionFingerprint(electionPayload: string): string;
export declare function payloadFingerprint(payload: string): string;

// ---- credentials --------------------------------------------------------------------------------------------------
export interface WeightedCredential {
  readonly publicCredential: string;
  readonly weight: number;
}
export interface CredentialList {
  readonly entries: readonly WeightedCredential[];
  readonly totalWeight: number;
  findWeight(publicCredential: string): number | undefined;
}
export declare function generateCredentialCode(group: GroupName, random: RandomBytes): string;
export declare function isWellFormedCredentialCode(group: GroupName, code: string): boolean;
export declare function normalizeCredentialCode(group: GroupName, typed: string): string;
export declare function publicCredentialOf(input: { group: GroupName; uuid: string; code: string }): string;
export declare function serializeCredentials(entries: readonly WeightedCredential[]): string;
export declare function parseCredentials(group: GroupName, payload: string): Result<CredentialList, ProtocolRefusal>;

// ---- trustees -----------------------------------------------------------------------------------------------------
export interface TrusteeSeat {
  readonly group: GroupName;
  readonly size: number;
  readonly threshold: number;
  readonly index: number;
}
export type TrusteeItem =
  | { readonly kind: "Single"; readonly payload: string }
  | { readonly kind: "Pedersen"; readonly payload: string };
export declare function generateTrusteeSeed(random: RandomBytes): string;
/** 32 secret bytes for the application's own private channel to this trustee (an age identity, for example). */
export declare function deriveTrusteeChannelSecret(seed: string): Uint8Array;
export declare function makeTrusteeCertificate(input: TrusteeSeat & { seed: string; random: RandomBytes }): string;
export declare function verifyTrusteeCertificate(
  input: TrusteeSeat & { certificate: string },
): Result<{ verificationKey: string; encryptionKey: string }, ProtocolRefusal>;
/** shares[j - 1] is the secret for trustee j. */
export declare function makeTrusteePolynomial(
  input: TrusteeSeat & { seed: string; certificates: readonly string[]; random: RandomBytes },
): Result<{ coefexps: string; signature: string; shares: readonly string[] }, ProtocolRefusal>;
export declare function verifyTrusteePolynomial(
  input: TrusteeSeat & { certificates: readonly string[]; coefexps: string; signature: string },
): Result<{ coefexps: readonly string[] }, ProtocolRefusal>;
/** receivedShares[i - 1] came from trustee i. A refusal names the faulty one in details.trustee. */
export declare function makeVerificationKey(
  input: TrusteeSeat & {
    seed: string;
    certificates: readonly string[];
    coefexps: readonly string[];
    signatures: readonly string[];
    receivedShares: readonly string[];
    random: RandomBytes;
  },
): Result<{ share: string; verificationKey: string }, ProtocolRefusal>;
export declare function assembleThresholdTrustees(input: {
  group: GroupName;
  size: number;
  threshold: number;
  certificates: readonly string[];
  coefexps: readonly string[];
  signatures: readonly string[];
  verificationKeys: readonly string[];
}): Result<TrusteeItem, ProtocolRefusal>;
export declare function generateSingleTrustee(input: { group: GroupName; random: RandomBytes }): {
  secret: string;
  trustee: TrusteeItem;
};
export declare function serializeTrustees(items: readonly TrusteeItem[]): string;
export declare function parseTrustees(group: GroupName, payload: string): Result<readonly TrusteeItem[], ProtocolRefusal>;
export declare function verifyTrustees(group: GroupName, payload: string): Result<{ trusteeCount: number }, ProtocolRefusal>;
export declare function electionPublicKey(group: GroupName, trusteesPayload: string): string;
export interface Rehearsal {
  /** Give this to the trustees: what they must open. */
  readonly payload: string;
  /** Keep this: what an honest opening gives. */
  readonly expectedNumber: number;
}
export declare function encryptRehearsal(input: { group: GroupName; publicKey: string; random: RandomBytes }): Rehearsal;
export declare function makeRehearsalDecryption(input: { group: GroupName; rehearsal: string; secret: string; random: RandomBytes }): string;
export declare function verifyRehearsalDecryption(input: {
  group: GroupName;
  trusteesPayload: string;
  rehearsal: string;
  owner: number;
  partialDecryption: string;
}): Result<{ owner: number }, ProtocolRefusal>;
export declare function openRehearsal(input: {
  group: GroupName;
  trusteesPayload: string;
  rehearsal: string;
  partialDecryptions: readonly OwnedPartialDecryption[];
}): Result<number, ProtocolRefusal>;

// ---- ballots ------------------------------------------------------------------------------------------------------
export declare function choiceVector(
  question: HomomorphicQuestion,
  selectedIndexes: readonly number[],
): Result<number[], ProtocolRefusal>;
export declare function createBallot(input: {
  electionPayload: string;
  code: string;
  choices: readonly (readonly number[])[];
  random: RandomBytes;
}): string;
export declare function trackerOf(ballot: string): string;
export declare function openCredentialOf(ballot: string): string | undefined;

// ---- reports ------------------------------------------------------------------------------------------------------
export type CheckStatus = "passed" | "failed" | "not-applicable";
export interface CheckOutcome {
  readonly name: string;
  readonly outcome: CheckStatus;
  readonly code: string | undefined;
  readonly detail: string;
  readonly where: string | undefined;
}
export interface VerificationBackend {
  readonly name: string;
}
export interface BallotReport {
  readonly verdict: "valid" | "invalid";
  readonly tracker: string;
  readonly publicCredential: string | undefined;
  readonly weight: number | undefined;
  readonly checks: readonly CheckOutcome[];
}
export declare function verifyBallot(input: {
  electionPayload: string;
  credentials: CredentialList;
  ballot: string;
  backend?: VerificationBackend;
}): BallotReport;

// ---- the count ----------------------------------------------------------------------------------------------------
export interface OwnedPartialDecryption {
  readonly owner: number;
  readonly payload: string;
}
export declare function computeEncryptedTally(input: {
  electionPayload: string;
  credentialsPayload: string;
  ballots: readonly string[];
}): { encryptedTally: string; sized: string; numTallied: number; totalWeight: number };
export declare function makePartialDecryption(input: {
  electionPayload: string;
  encryptedTally: string;
  secret: string;
  random: RandomBytes;
}): string;
export declare function verifyPartialDecryption(input: {
  electionPayload: string;
  trusteesPayload: string;
  encryptedTally: string;
  owner: number;
  partialDecryption: string;
}): Result<{ owner: number }, ProtocolRefusal>;
/** The payload of the Result event. */
export declare function combineResult(input: {
  electionPayload: string;
  trusteesPayload: string;
  encryptedTally: string;
  totalWeight: number;
  partialDecryptions: readonly OwnedPartialDecryption[];
}): Result<string, ProtocolRefusal>;

// ---- the archive --------------------------------------------------------------------------------------------------
export type EventType =
  | "Setup" | "Ballot" | "EndBallots" | "EncryptedTally" | "Shuffle" | "EndShuffles" | "PartialDecryption" | "Result";
export interface ArchiveRecord {
  readonly name: string;
  readonly body: string;
  /** SHA-256 of the body in hexadecimal. */
  readonly hash: string;
}
export interface ArchiveEvent {
  readonly parent: string | undefined;
  readonly height: number;
  readonly type: EventType;
  readonly payload: string | undefined;
  readonly hash: string;
}
export interface Archive {
  readonly timestamp: string;
  readonly records: readonly ArchiveRecord[];
  readonly events: readonly ArchiveEvent[];
  findBody(hash: string): string | undefined;
}
export declare function archiveHeaderRecord(timestampSeconds: string): ArchiveRecord;
export declare function dataRecord(body: string): ArchiveRecord;
export declare function eventRecord(input: {
  parent: string | undefined;
  height: number;
  type: EventType;
  payload: string | undefined;
}): ArchiveRecord;
/** What an event needs before it: the hash and height of the last event, or undefined before the Setup. */
export type ChainPosition = { readonly hash: string; readonly height: number } | undefined;
export interface ChainStep {
  readonly records: readonly ArchiveRecord[];
  readonly position: { readonly hash: string; readonly height: number };
}
export declare function setupRecords(payloads: { election: string; trustees: string; credentials: string }): ChainStep;
export declare function ballotRecords(position: ChainPosition, ballot: string): ChainStep;
export declare function endBallotsRecords(position: ChainPosition): ChainStep;
export declare function encryptedTallyRecords(position: ChainPosition, tally: { encryptedTally: string; sized: string }): ChainStep;
export declare function partialDecryptionRecords(position: ChainPosition, decryption: OwnedPartialDecryption): ChainStep;
export declare function resultRecords(position: ChainPosition, result: string): ChainStep;
export declare function archiveBytes(timestampSeconds: string, records: Iterable<ArchiveRecord>): Uint8Array;
/** The same bytes piece by piece, the header record first. */
export declare function archiveChunks(timestampSeconds: string, records: Iterable<ArchiveRecord>): Generator<Uint8Array>;
/** Only the bytes of these records, to append to an archive that exists. */
export declare function recordBytes(timestampSeconds: string, records: Iterable<ArchiveRecord>): Uint8Array;
export declare function readArchive(bytes: Uint8Array): Result<Archive, ProtocolRefusal>;

// ---- verification of a whole archive ------------------------------------------------------------------------------
export type ArchiveStage = "unreadable" | "open" | "closed" | "tallied" | "decrypting" | "result";
export interface VerificationReport {
  readonly verdict: "valid" | "invalid";
  readonly stage: ArchiveStage;
  readonly backend: string;
  readonly election: { readonly name: string; readonly uuid: string; readonly group: string; readonly fingerprint: string } | undefined;
  readonly counts: {
    readonly credentials: number;
    readonly ballots: number;
    readonly countedBallots: number;
    readonly totalWeight: string;
    readonly partialDecryptions: number;
  };
  /** result[question][entry], the blank flag first where the question has one. */
  readonly result: readonly (readonly string[])[] | undefined;
  readonly checks: readonly CheckOutcome[];
}
export declare function verifyArchive(
  bytes: Uint8Array,
  options?: { previous?: Uint8Array; backend?: VerificationBackend; onProgress?: (done: number, total: number) => void },
): VerificationReport;
