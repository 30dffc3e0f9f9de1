// Every code with which the ballot protocol refuses something. The codes are stable: programs and translations rely on them.
import { err, type Err, type Refusal } from "../result/index.ts";

/** Why an archive, taken as a file, is not what it must be (SPECIFICATION §9). */
export type ArchiveFaultCode =
  | "ARCHIVE_EMPTY"
  | "ARCHIVE_TRUNCATED"
  | "ARCHIVE_END_MARKER"
  | "ARCHIVE_HEADER_NOT_CANONICAL"
  | "ARCHIVE_TIMESTAMP_DIFFERS"
  | "ARCHIVE_PADDING_NOT_ZERO"
  | "ARCHIVE_TEXT_NOT_UTF8"
  | "ARCHIVE_FIRST_RECORD_INVALID"
  | "ARCHIVE_HASH_MISMATCH"
  | "ARCHIVE_RECORD_REPEATED"
  | "ARCHIVE_RECORD_STRAY"
  | "ARCHIVE_RECORD_ORDER"
  | "ARCHIVE_NOT_A_CONTINUATION"
  | "EVENT_NOT_CANONICAL"
  | "EVENT_CHAIN_BROKEN"
  | "EVENT_ORDER_INVALID"
  | "EVENT_PAYLOAD_MISSING";

/** Why an election, its credentials or its trustees are refused. */
export type SetupFaultCode =
  | "ELECTION_MALFORMED"
  | "ELECTION_VERSION_UNKNOWN"
  | "ELECTION_UUID_MALFORMED"
  | "ELECTION_KEY_MISMATCH"
  | "GROUP_UNKNOWN"
  | "QUESTION_KIND_UNSUPPORTED"
  | "QUESTION_MALFORMED"
  | "CREDENTIALS_MALFORMED"
  | "CREDENTIAL_MALFORMED"
  | "CREDENTIAL_REPEATED"
  | "CREDENTIAL_NOT_IN_GROUP"
  | "TRUSTEES_MALFORMED"
  | "TRUSTEE_KEY_NOT_IN_GROUP"
  | "TRUSTEE_KEY_PROOF_INVALID"
  | "TRUSTEE_CERTIFICATE_INVALID"
  | "TRUSTEE_CONTEXT_MISMATCH"
  | "TRUSTEE_POLYNOMIAL_INVALID"
  | "TRUSTEE_SIGNATURE_INVALID"
  | "TRUSTEE_SHARE_INVALID"
  | "TRUSTEE_VERIFICATION_KEY_INVALID"
  | "TRUSTEE_SEED_MISMATCH";

/** Why a ballot is refused. */
export type BallotFaultCode =
  | "CHOICE_UNKNOWN"
  | "CHOICE_REPEATED"
  | "CHOICE_TOO_MANY"
  | "CHOICE_TOO_FEW"
  | "BALLOT_NOT_CANONICAL"
  | "BALLOT_REPEATED"
  | "BALLOT_OF_ANOTHER_ELECTION"
  | "BALLOT_SHAPE_INVALID"
  | "BALLOT_CREDENTIAL_UNKNOWN"
  | "BALLOT_NOT_IN_GROUP"
  | "BALLOT_SIGNATURE_INVALID"
  | "BALLOT_INDIVIDUAL_PROOF_INVALID"
  | "BALLOT_BLANK_PROOF_INVALID"
  | "BALLOT_OVERALL_PROOF_INVALID";

/** Why a tally, a decryption or a result is refused. */
export type CountFaultCode =
  | "TALLY_MALFORMED"
  | "TALLY_MISMATCH"
  | "TALLY_COUNTS_MISMATCH"
  | "SHUFFLE_UNSUPPORTED"
  | "DECRYPTION_MALFORMED"
  | "DECRYPTION_OWNER_UNKNOWN"
  | "DECRYPTION_OWNER_REPEATED"
  | "DECRYPTION_NOT_IN_GROUP"
  | "DECRYPTION_PROOF_INVALID"
  | "DECRYPTIONS_NOT_ENOUGH"
  | "REHEARSAL_MALFORMED"
  | "RESULT_MALFORMED"
  | "RESULT_MISMATCH"
  | "RESULT_OUT_OF_RANGE";

export type ProtocolCode = ArchiveFaultCode | SetupFaultCode | BallotFaultCode | CountFaultCode;

/** A refusal of the ballot protocol: a code, and what is needed to say where. */
export type ProtocolRefusal = Refusal<ProtocolCode>;

/** Refuses with a code of the protocol. */
export function refuseWith(
  code: ProtocolCode,
  details?: Readonly<Record<string, string | number>>,
): Err<ProtocolRefusal> {
  return err(details === undefined ? { code } : { code, details });
}
