// What an archive consists of: records named after the hash of their body, and events among them (SPECIFICATION §9.1, §9.2).
import { hashHex } from "../primitives/transcript.ts";

/** The types of events, in no particular order. */
export const eventTypes = [
  "Setup",
  "Ballot",
  "EndBallots",
  "EncryptedTally",
  "Shuffle",
  "EndShuffles",
  "PartialDecryption",
  "Result",
] as const;

export type EventType = (typeof eventTypes)[number];

/** One file of the archive. */
export interface ArchiveRecord {
  readonly name: string;
  readonly body: string;
  /** SHA-256 of the body in hexadecimal. */
  readonly hash: string;
}

/** One step of the election, chained to the step before. */
export interface ArchiveEvent {
  readonly parent: string | undefined;
  readonly height: number;
  readonly type: EventType;
  readonly payload: string | undefined;
  readonly hash: string;
}

/** The first record, which says when the archive was begun; all records carry that time. */
export function archiveHeaderRecord(timestampSeconds: string): ArchiveRecord {
  const body = `{"version":1,"timestamp":${JSON.stringify(timestampSeconds)}}`;
  return { name: "BELENIOS", body, hash: hashHex(body) };
}

/** A record that an event refers to. */
export function dataRecord(body: string): ArchiveRecord {
  const hash = hashHex(body);
  return { name: `${hash}.data.json`, body, hash };
}

/** The canonical body of an event. */
export function eventBody(event: Omit<ArchiveEvent, "hash">): string {
  const { parent, height, type, payload } = event;
  return JSON.stringify({ parent, height, type, payload });
}

/** A record that is a step of the election. */
export function eventRecord(event: Omit<ArchiveEvent, "hash">): ArchiveRecord {
  const body = eventBody(event);
  const hash = hashHex(body);
  return { name: `${hash}.event.json`, body, hash };
}
