// Ways to spoil an election that need its secrets: a cheating voter or trustee has them too.
import { groupNamed } from "#app/lib/ballot-protocol/primitives/groups.ts";
import { hashOfUnsignedBallot, parseBallot, serializeBallot } from "#app/lib/ballot-protocol/v1/ballot-format.ts";
import { secretOfCode } from "#app/lib/ballot-protocol/v1/credential-code.ts";
import { proveBallotSignature } from "#app/lib/ballot-protocol/v1/proofs/ballot-signature.ts";
import { seededRandom } from "./seeded-random.ts";
import { archiveBytes, type ArchiveRecord } from "#app/lib/ballot-protocol/index.ts";
import { recordsOf, timestamp, type ElectionParts, type WholeElection } from "./whole-election.ts";

/** A ballot as JSON that may be changed. */
export interface LooseBallot {
  election_uuid: string;
  election_hash: string;
  credential: string;
  answers: {
    choices: { alpha: string; beta: string }[];
    individual_proofs: { challenge: string; response: string }[][];
    overall_proof: { challenge: string; response: string }[];
    blank_proof?: { challenge: string; response: string }[];
  }[];
  signature: { hash: string; proof: { challenge: string; response: string } };
}

/** Changes a ballot and signs it again with the voter's code. */
export function resigned(
  election: WholeElection,
  position: number,
  code: string,
  change: (ballot: LooseBallot) => void,
): string {
  const group = groupNamed(election.definition.group);
  const loose = JSON.parse(election.ballots[position] ?? "") as LooseBallot;
  change(loose);
  const ballot = parseBallot(JSON.stringify(loose), group.order);
  if (ballot === undefined) throw new Error("the change makes the ballot unreadable");
  const secret = secretOfCode(election.definition.group, election.definition.uuid, code);
  const signatureHash = hashOfUnsignedBallot(ballot);
  const signatureProof = proveBallotSignature(group, secret, signatureHash, seededRandom("resigned"));
  return serializeBallot({ ...ballot, signatureHash, signatureProof });
}

/** The election with one ballot replaced. */
export function withBallot<Parts extends ElectionParts>(election: Parts, position: number, ballot: string): Parts {
  return { ...election, ballots: election.ballots.map((other, index) => (index === position ? ballot : other)) };
}

/** An archive of these records. */
export function archiveOfRecords(records: Iterable<ArchiveRecord>): Uint8Array {
  return archiveBytes(timestamp, records);
}

/** An archive of the election's records after a change to their list. */
export function withRecords(
  election: ElectionParts,
  change: (records: ArchiveRecord[]) => ArchiveRecord[],
): Uint8Array {
  return archiveOfRecords(change(recordsOf(election)));
}

/** A copy of an archive with bytes changed in place. */
export function withBytes(archive: Uint8Array, change: (bytes: Uint8Array) => void): Uint8Array {
  const copy = Uint8Array.from(archive);
  change(copy);
  return copy;
}

/** Recomputes the checksum of the tar header at an offset, as a careful forger would. */
export function fixChecksum(bytes: Uint8Array, offset: number): void {
  bytes.fill(0x20, offset + 148, offset + 156);
  const sum = bytes.subarray(offset, offset + 512).reduce((total, byte) => total + byte, 0);
  const text = `${sum.toString(8).padStart(6, "0")}\0 `;
  for (let index = 0; index < text.length; index += 1) bytes[offset + 148 + index] = text.charCodeAt(index);
}
