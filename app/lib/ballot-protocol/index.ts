// The front door of the ballot protocol: version 1 of Belenios, so that a program nobody here wrote can verify our elections.
// Only texts, small numbers and bytes cross it. It runs in a browser, in Node and in a worker; Node-only parts (native back
// ends, worker threads, the command) are files named *.node.ts and are never reached from here.

export type { RandomBytes } from "./platform.ts";
export type { ProtocolCode, ProtocolRefusal } from "./errors.ts";
export { groupNames, isGroupName, type GroupName } from "./primitives/group-name.ts";
export type { VerificationBackend } from "./primitives/group.ts";
export { pureBackend } from "./primitives/groups.ts";
export { hashBase64 as payloadFingerprint } from "./primitives/transcript.ts";

export {
  electionFingerprint,
  generateElectionUuid,
  parseElection,
  serializeElection,
  type ElectionDefinition,
} from "./v1/election.ts";
export { choiceCount, choiceVector, type HomomorphicQuestion } from "./v1/question.ts";

export {
  generateCredentialCode,
  isWellFormedCredentialCode,
  normalizeCredentialCode,
  publicCredentialOf,
} from "./v1/credential-code.ts";
export {
  findCredentialOutsideGroup,
  parseCredentials,
  serializeCredentials,
  type CredentialList,
  type WeightedCredential,
} from "./v1/credential-list.ts";

export { deriveTrusteeChannelSecret, generateTrusteeSeed, isTrusteeSeed } from "./v1/trustees/derivation.ts";
export { makeTrusteeCertificate, verifyTrusteeCertificate, type TrusteeSeat } from "./v1/trustees/certificate.ts";
export {
  assembleThresholdTrustees,
  makeTrusteePolynomial,
  makeVerificationKey,
  verifyTrusteePolynomial,
  verifyTrusteeVerificationKey,
} from "./v1/trustees/ceremony.ts";
export { signTrusteeStatement, verifyTrusteeStatement } from "./v1/trustees/statement.ts";
export { serializeTrustees, type TrusteeItem } from "./v1/trustees/format.ts";
export { electionPublicKey, generateSingleTrustee, parseTrustees, verifyTrustees } from "./v1/trustees/trustees.ts";
export {
  encryptRehearsal,
  makeRehearsalDecryption,
  openRehearsal,
  verifyRehearsalDecryption,
  type Rehearsal,
} from "./v1/rehearsal.ts";

export {
  createBallot,
  createBallotWithOpening,
  openCredentialOf,
  trackerOf,
  type BallotRequest,
  type OpenedBallot,
} from "./v1/ballot.ts";
export { checkOpening, type BallotOpening, type OpenedAnswer, type OpeningRefusal } from "./v1/opening.ts";
export { verifyBallot, type BallotReport } from "./verification/verify-ballot.ts";

export { computeEncryptedTally } from "./v1/tally.ts";
export {
  makePartialDecryption,
  verifyPartialDecryption,
  type OwnedPartialDecryption,
} from "./v1/partial-decryption.ts";
export { combineResult, parseResult } from "./v1/election-result.ts";

export {
  archiveHeaderRecord,
  dataRecord,
  eventRecord,
  type ArchiveEvent,
  type ArchiveRecord,
  type EventType,
} from "./archive/records.ts";
export {
  archiveBytes,
  archiveChunks,
  ballotRecords,
  encryptedTallyRecords,
  endBallotsRecords,
  partialDecryptionRecords,
  recordBytes,
  resultRecords,
  setupRecords,
  type ChainPosition,
  type ChainStep,
} from "./archive/writer.ts";
export { readArchive, type Archive } from "./archive/reader.ts";

export { compareCountWithBox, listArchivedBallots, type CountDifference } from "./verification/compare-count.ts";
export { verifyArchive } from "./verification/verify-archive.ts";
export {
  checkNames,
  type ArchiveStage,
  type CheckName,
  type CheckOutcome,
  type CheckStatus,
  type VerificationReport,
} from "./verification/report.ts";
