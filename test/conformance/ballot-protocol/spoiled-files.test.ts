// Faults that the published archives do not have, in the file and its events: each names the checks that must fail because of it, no
// more and no fewer.
import { describe, expect, test } from "vitest";
import { fastestBackend } from "#app/lib/ballot-protocol/backends/fastest-backend.node.ts";
import {
  dataRecord,
  encryptedTallyRecords,
  endBallotsRecords,
  eventRecord,
  resultRecords,
  setupRecords,
  verifyArchive,
} from "#app/lib/ballot-protocol/index.ts";
import { archiveOfRecords, fixChecksum, withBallot, withBytes, withRecords } from "./support/spoil.ts";
import { archiveOf, recordsOf } from "./support/whole-election.ts";
import { election, other, honest, failedChecks } from "./support/spoilable-election.ts";

describe("an honest archive", () => {
  test("of ours is valid at every stage", () => {
    const records = recordsOf(election);
    const cuts = records.flatMap((record, index) => (record.name.endsWith(".event.json") ? [index + 1] : []));
    const stages = cuts.map((cut) => {
      const report = verifyArchive(archiveOfRecords(records.slice(0, cut)), { backend: fastestBackend });
      return report.verdict === "valid" ? report.stage : "invalid";
    });
    expect(stages).toEqual(["open", "open", "open", "open", "closed", "tallied", "decrypting", "decrypting", "result"]);
  });

  test("of ours opens to the last vote of each credential with its weight", () => {
    expect(verifyArchive(honest, { backend: fastestBackend }).result).toEqual([["3", "0", "0", "2"]]);
  });

  test("continues an earlier copy of itself", () => {
    expect(failedChecks(honest, honest.subarray(0, 4096))).toEqual([]);
  });
});

describe("the file", () => {
  test.each<[string, () => Uint8Array, string[]]>([
    [
      "two zero blocks end it",
      () => Uint8Array.from([...honest, ...new Uint8Array(1024)]),
      ["archive-file ARCHIVE_END_MARKER"],
    ],
    ["its last record is cut off", () => honest.subarray(0, honest.length - 100), ["archive-file ARCHIVE_TRUNCATED"]],
    [
      "a record carries another time",
      () =>
        withBytes(honest, (bytes) => {
          bytes[1024 + 146] = 0x30;
          fixChecksum(bytes, 1024);
        }),
      ["archive-file ARCHIVE_TIMESTAMP_DIFFERS"],
    ],
    [
      "a header has an owner",
      () =>
        withBytes(honest, (bytes) => {
          bytes[1024 + 114] = 0x31;
          fixChecksum(bytes, 1024);
        }),
      ["archive-file ARCHIVE_HEADER_NOT_CANONICAL"],
    ],
    [
      "a checksum is wrong",
      () =>
        withBytes(honest, (bytes) => {
          bytes[1024 + 150] = bytes[1024 + 150] === 0x37 ? 0x30 : 0x37;
        }),
      ["archive-file ARCHIVE_HEADER_NOT_CANONICAL"],
    ],
    [
      "the padding after a record is not zero",
      () =>
        withBytes(honest, (bytes) => {
          bytes[1023] = 1;
        }),
      ["archive-file ARCHIVE_PADDING_NOT_ZERO"],
    ],
    [
      "a record is not what its name says",
      () =>
        withBytes(honest, (bytes) => {
          bytes[honest.length - 512 + 20] = 0x39;
        }),
      ["archive-file ARCHIVE_HASH_MISMATCH"],
    ],
    [
      "it begins with another record",
      () => honest.subarray(1024),
      [
        "archive-file ARCHIVE_FIRST_RECORD_INVALID",
        "event-order EVENT_ORDER_INVALID",
        "election EVENT_PAYLOAD_MISSING",
      ],
    ],
    [
      "it is empty",
      () => new Uint8Array(0),
      ["archive-file ARCHIVE_EMPTY", "event-order EVENT_ORDER_INVALID", "election EVENT_PAYLOAD_MISSING"],
    ],
  ])("is refused when %s", (_, spoil, expected) => {
    expect(failedChecks(spoil()).slice(0, expected.length)).toEqual(expected);
  });

  test("is refused when an earlier copy had another ballot", () => {
    const earlier = archiveOf({ ...withBallot(election, 1, other.ballots[1] ?? ""), tally: undefined });
    expect(failedChecks(honest, earlier)).toEqual(["archive-continuation ARCHIVE_NOT_A_CONTINUATION"]);
  });

  test("is refused when it is shorter than an earlier copy", () => {
    expect(failedChecks(archiveOf({ ...election, tally: undefined }), honest)).toEqual([
      "archive-continuation ARCHIVE_NOT_A_CONTINUATION",
    ]);
  });
});

describe("the events", () => {
  const ballotEvent = (records: readonly { name: string; body: string }[]) =>
    records.findIndex((record) => record.body.includes('"type":"Ballot"'));

  test.each<[string, () => Uint8Array, string[]]>([
    [
      "a ballot and its event are dropped",
      () => withRecords(election, (records) => records.toSpliced(ballotEvent(records) - 1, 2)),
      ["event-chain EVENT_CHAIN_BROKEN"],
    ],
    [
      "two ballots change places",
      () =>
        withRecords(election, (records) => {
          const at = ballotEvent(records) - 1;
          return [
            ...records.slice(0, at),
            ...records.slice(at + 2, at + 4),
            ...records.slice(at, at + 2),
            ...records.slice(at + 4),
          ];
        }),
      ["event-chain EVENT_CHAIN_BROKEN"],
    ],
    [
      "a stray record stands at the end",
      () => withRecords(election, (records) => [...records, dataRecord("{}")]),
      ["record-order ARCHIVE_RECORD_STRAY"],
    ],
    [
      "a stray record stands in the middle",
      () => withRecords(election, (records) => records.toSpliced(ballotEvent(records), 0, dataRecord("{}"))),
      ["record-order ARCHIVE_RECORD_ORDER"],
    ],
    [
      "the election's records change places",
      () => withRecords(election, (records) => [...records.slice(0, 2).reverse(), ...records.slice(2)]),
      ["record-order ARCHIVE_RECORD_ORDER"],
    ],
    [
      "an event has white space",
      () =>
        withRecords(election, (records) => {
          const last = records.at(-1);
          const body = `${last?.body ?? ""} `;
          const record = dataRecord(body);
          return [...records.slice(0, -1), { ...record, name: `${record.hash}.event.json` }];
        }),
      ["event-chain EVENT_NOT_CANONICAL"],
    ],
    [
      "the result comes before the box is closed",
      () => {
        const setup = setupRecords(election);
        return archiveOfRecords([...setup.records, ...resultRecords(setup.position, election.result ?? "").records]);
      },
      ["event-order EVENT_ORDER_INVALID"],
    ],
    [
      "the tally is announced twice",
      () => {
        const setup = setupRecords(election);
        const end = endBallotsRecords(setup.position);
        const tally = election.tally ?? { encryptedTally: "", sized: "" };
        const once = encryptedTallyRecords(end.position, tally);
        return archiveOfRecords([
          ...setup.records,
          ...end.records,
          ...once.records,
          ...encryptedTallyRecords(once.position, tally).records,
        ]);
      },
      ["event-order EVENT_ORDER_INVALID", "record-order ARCHIVE_RECORD_REPEATED"],
    ],
    [
      "there is a shuffle",
      () => {
        const end = endBallotsRecords(setupRecords(election).position);
        const tally = encryptedTallyRecords(end.position, election.tally ?? { encryptedTally: "", sized: "" });
        const shuffle = dataRecord('{"ciphertexts":[],"proofs":[]}');
        const owned = dataRecord(JSON.stringify({ owner: 1, payload: shuffle.hash }));
        const event = eventRecord({ parent: tally.position.hash, height: 3, type: "Shuffle", payload: owned.hash });
        return archiveOfRecords([
          ...setupRecords(election).records,
          ...end.records,
          ...tally.records,
          shuffle,
          owned,
          event,
        ]);
      },
      ["encrypted-tally TALLY_MISMATCH", "tally-counts TALLY_COUNTS_MISMATCH", "shuffles SHUFFLE_UNSUPPORTED"],
    ],
  ])("are refused when %s", (_, spoil, expected) => {
    const failed = failedChecks(spoil());
    expect(failed.filter((name) => expected.includes(name))).toEqual(expected);
    expect(failed.filter((name) => /^(?:archive-file|trustees|credentials|ballots)/.test(name))).toEqual([]);
  });

  test("are refused when the end of the box carries a payload", () => {
    const setup = setupRecords(election);
    const payload = dataRecord("{}");
    const event = eventRecord({ parent: setup.position.hash, height: 1, type: "EndBallots", payload: payload.hash });
    expect(failedChecks(archiveOfRecords([...setup.records, payload, event]))).toEqual([
      "record-order ARCHIVE_RECORD_ORDER",
    ]);
  });

  test("are refused when a ballot is dropped and the chain made again", () => {
    const dropped = { ...election, ballots: election.ballots.slice(0, 2) };
    expect(failedChecks(archiveOf(dropped))).toEqual(["encrypted-tally TALLY_MISMATCH"]);
  });

  test("are refused when a counted ballot is dropped and the chain made again", () => {
    const dropped = { ...election, ballots: election.ballots.toSpliced(1, 1) };
    expect(failedChecks(archiveOf(dropped))).toEqual([
      "encrypted-tally TALLY_MISMATCH",
      "tally-counts TALLY_COUNTS_MISMATCH",
    ]);
  });
});
