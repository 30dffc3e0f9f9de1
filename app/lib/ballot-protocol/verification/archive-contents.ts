// What an archive's events refer to, gathered as well as a possibly faulty archive allows, for the checks to judge.
import type { ArchiveEvent, ArchiveRecord, EventType } from "../archive/records.ts";
import type { ScannedArchive } from "../archive/reader.ts";
import { parseEvent, isEventRecord } from "../archive/reader.ts";
import { isJsonObject, parseStrictJson } from "../primitives/strict-json.ts";
import { parseWeight } from "../v1/weights.ts";
import type { ArchiveStage } from "./report.ts";

/** A record that is an event, with what it says if that can be read. */
export interface EventEntry {
  readonly record: ArchiveRecord;
  readonly event: ArchiveEvent | undefined;
}

/** A partial decryption as the archive has it. */
export interface ArchivedDecryption {
  readonly owner: number | undefined;
  readonly payload: string | undefined;
}

/** The payloads of an archive by what they are. */
export interface ArchiveContents {
  readonly entries: readonly EventEntry[];
  readonly election: string | undefined;
  readonly trustees: string | undefined;
  readonly credentials: string | undefined;
  readonly ballots: readonly (string | undefined)[];
  readonly sizedTally: string | undefined;
  readonly encryptedTally: string | undefined;
  readonly shuffleCount: number;
  readonly decryptions: readonly ArchivedDecryption[];
  readonly result: string | undefined;
  readonly stage: ArchiveStage;
}

/** Gathers the contents. */
export function gatherContents(scanned: Pick<ScannedArchive, "records">): ArchiveContents {
  const bodies = new Map(scanned.records.map((record) => [record.hash, record.body]));
  const entries = scanned.records.filter(isEventRecord).map((record) => ({ record, event: parseEvent(record) }));
  const find = (hash: unknown) => (typeof hash === "string" ? bodies.get(hash) : undefined);
  const payloadsOf = (type: EventType) =>
    entries.filter(({ event }) => event?.type === type).map(({ event }) => find(event?.payload));
  const fieldsOf = (payload: string | undefined) => {
    const value = payload === undefined ? undefined : parseStrictJson(payload);
    return isJsonObject(value) ? value : {};
  };
  const setup = fieldsOf(payloadsOf("Setup")[0]);
  const sizedTally = payloadsOf("EncryptedTally")[0];
  const owned = payloadsOf("PartialDecryption").map(fieldsOf);
  return {
    entries,
    election: find(setup["election"]),
    trustees: find(setup["trustees"]),
    credentials: find(setup["credentials"]),
    ballots: payloadsOf("Ballot"),
    sizedTally,
    encryptedTally: find(fieldsOf(sizedTally)["encrypted_tally"]),
    shuffleCount: payloadsOf("Shuffle").length,
    decryptions: owned.map(({ owner, payload }) => ({
      owner: typeof owner === "number" ? parseWeight(owner) : undefined,
      payload: find(payload),
    })),
    result: payloadsOf("Result")[0],
    stage: stageOf(entries),
  };
}

const stages: Readonly<Record<EventType, ArchiveStage>> = {
  Setup: "open",
  Ballot: "open",
  EndBallots: "closed",
  EncryptedTally: "tallied",
  Shuffle: "tallied",
  EndShuffles: "tallied",
  PartialDecryption: "decrypting",
  Result: "result",
};

function stageOf(entries: readonly EventEntry[]): ArchiveStage {
  const last = entries.findLast(({ event }) => event !== undefined)?.event;
  return last === undefined ? "unreadable" : stages[last.type];
}
