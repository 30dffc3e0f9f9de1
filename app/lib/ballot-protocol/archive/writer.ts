// Writing an archive, whole or as it grows (SPECIFICATION §9.4). Nothing here knows the time: the archive's timestamp is given.
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { archiveHeaderRecord, dataRecord, eventRecord, type ArchiveRecord, type EventType } from "./records.ts";
import { paddedSize, tarHeader } from "./tar-block.ts";
import type { OwnedPartialDecryption } from "../v1/partial-decryption.ts";

/** The last event of the chain so far: its hash and its height. */
export interface ChainPosition {
  readonly hash: string;
  readonly height: number;
}

/** The records to append for one step, and where the chain then stands. */
export interface ChainStep {
  readonly records: readonly ArchiveRecord[];
  readonly position: ChainPosition;
}

/** The first step: election, trustees, credentials. */
export function setupRecords(payloads: { election: string; trustees: string; credentials: string }): ChainStep {
  const records = [payloads.election, payloads.trustees, payloads.credentials].map(dataRecord);
  const [election, trustees, credentials] = records.map((record) => record.hash);
  return step(undefined, "Setup", [...records, dataRecord(JSON.stringify({ election, trustees, credentials }))]);
}

/** A ballot was accepted. */
export function ballotRecords(position: ChainPosition, ballot: string): ChainStep {
  return step(position, "Ballot", [dataRecord(ballot)]);
}

/** The box was closed. */
export function endBallotsRecords(position: ChainPosition): ChainStep {
  return step(position, "EndBallots", []);
}

/** The encrypted tally was computed. */
export function encryptedTallyRecords(
  position: ChainPosition,
  tally: { encryptedTally: string; sized: string },
): ChainStep {
  return step(position, "EncryptedTally", [dataRecord(tally.encryptedTally), dataRecord(tally.sized)]);
}

/** A trustee decrypted. */
export function partialDecryptionRecords(position: ChainPosition, decryption: OwnedPartialDecryption): ChainStep {
  const payload = dataRecord(decryption.payload);
  return step(position, "PartialDecryption", [
    payload,
    dataRecord(JSON.stringify({ owner: decryption.owner, payload: payload.hash })),
  ]);
}

/** The result was announced. */
export function resultRecords(position: ChainPosition, result: string): ChainStep {
  return step(position, "Result", [dataRecord(result)]);
}

function step(before: ChainPosition | undefined, type: EventType, data: readonly ArchiveRecord[]): ChainStep {
  const height = before === undefined ? 0 : before.height + 1;
  const event = eventRecord({ parent: before?.hash, height, type, payload: data.at(-1)?.hash });
  return { records: [...data, event], position: { hash: event.hash, height } };
}

/** The bytes of one record. */
export function bytesOfRecord(timestampSeconds: string, record: ArchiveRecord): Uint8Array {
  const body = utf8ToBytes(record.body);
  const bytes = new Uint8Array(512 + paddedSize(body.length));
  bytes.set(tarHeader(record.name, body.length, timestampSeconds));
  bytes.set(body, 512);
  return bytes;
}

/** Only the bytes of these records, to append to an archive that exists. */
export function recordBytes(timestampSeconds: string, records: Iterable<ArchiveRecord>): Uint8Array {
  return concatenate([...records].map((record) => bytesOfRecord(timestampSeconds, record)));
}

/** A whole archive piece by piece, the header record first. */
export function* archiveChunks(timestampSeconds: string, records: Iterable<ArchiveRecord>): Generator<Uint8Array> {
  yield bytesOfRecord(timestampSeconds, archiveHeaderRecord(timestampSeconds));
  for (const record of records) yield bytesOfRecord(timestampSeconds, record);
}

/** A whole archive at once. */
export function archiveBytes(timestampSeconds: string, records: Iterable<ArchiveRecord>): Uint8Array {
  return concatenate([...archiveChunks(timestampSeconds, records)]);
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}
