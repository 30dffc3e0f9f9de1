// Faults that the published archives do not have: one election of ours, spoiled in one way at a time, and the checks that
// must fail because of it, no more and no fewer.
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
import { belenios2048Modulus } from "#app/lib/ballot-protocol/primitives/belenios2048-constants.ts";
import { groupNamed } from "#app/lib/ballot-protocol/primitives/groups.ts";
import { sizedTally } from "#app/lib/ballot-protocol/v1/tally.ts";
import { seededRandom } from "./support/seeded-random.ts";
import {
  archiveOfRecords,
  fixChecksum,
  resigned,
  withBallot,
  withBytes,
  withRecords,
  type LooseBallot,
} from "./support/spoil.ts";
import { archiveOf, countBallots, makeElection, recordsOf, type ElectionParts } from "./support/whole-election.ts";

const question = { question: "Who?", answers: ["Alice", "Bob", "Carol"], blank: true, min: 1, max: 2 };
const votes = [
  { voter: 0, selected: [[0, 1]] },
  { voter: 1, selected: [[]] },
  { voter: 0, selected: [[2]] },
];
const plan = { questions: [question], weights: [2, 3], votes };
const election = makeElection({ group: "Ed25519", ...plan });
const other = makeElection({ group: "Ed25519", ...plan, seed: "another election" });
const belenios = makeElection({ group: "BELENIOS-2048", ...plan, trustees: "single" });
const single = makeElection({ group: "Ed25519", ...plan, trustees: "single" });
const honest = archiveOf(election);

/** Points of order 2, 4 and 8, as this protocol writes them. */
const smallOrderPoints = [
  "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec",
  "0000000000000000000000000000000000000000000000000000000000000000",
  "05fa88e5cf9f23c1ce8d4aecbe8d4f7cbf0b31d6d1fcb2c7d54c21b8ac9f9b26",
];

function failedChecks(bytes: Uint8Array, previous?: Uint8Array): string[] {
  const report = verifyArchive(bytes, { backend: fastestBackend, ...(previous === undefined ? {} : { previous }) });
  const failed = report.checks
    .filter((check) => check.outcome === "failed")
    .map((check) => `${check.name} ${check.code}`);
  expect(report.verdict).toBe(failed.length === 0 ? "valid" : "invalid");
  return failed;
}

function recount(parts: ElectionParts, whole = election): ElectionParts {
  return {
    ...parts,
    ...countBallots({
      ...parts,
      secrets: whole.secrets,
      owners: whole.decryptions.map(({ owner }) => owner),
      random: seededRandom("recount"),
    }),
  };
}

function spoiledBallot(change: (ballot: LooseBallot) => void, whole = election): Uint8Array {
  return archiveOf(withBallot(whole, 0, resigned(whole, 0, whole.codes[0] ?? "", change)));
}

function first<Value>(values: readonly Value[]): Value {
  const [value] = values;
  if (value === undefined) throw new Error("an empty list");
  return value;
}

function editTrustees(change: (parameters: Record<string, unknown[]> & { threshold: number }) => void): ElectionParts {
  const payload = JSON.parse(election.trustees) as [[string, Record<string, unknown[]> & { threshold: number }]];
  change(payload[0][1]);
  return { ...election, trustees: JSON.stringify(payload) };
}

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

describe("the election and its credentials", () => {
  const withElection = (change: (text: string) => string) =>
    archiveOf({ ...election, election: change(election.election), ballots: [], tally: undefined });
  const withCredentials = (change: (lines: string[]) => string[]) =>
    archiveOf({
      ...election,
      credentials: JSON.stringify(change(JSON.parse(election.credentials) as string[])),
      ballots: [],
      tally: undefined,
    });
  const mixedOrder = (text: string) => {
    // Adding the point of order 2, (0, −1), negates both coordinates.
    const value = BigInt(`0x${text}`);
    const sign = value >> 255n;
    const y = value & (2n ** 255n - 1n);
    return (((1n - sign) << 255n) | (2n ** 255n - 19n - y)).toString(16).padStart(64, "0");
  };

  test.each<[string, () => Uint8Array, string[]]>([
    [
      "the version is 2",
      () => withElection((text) => text.replace('"version":1', '"version":2')),
      ["election ELECTION_VERSION_UNKNOWN"],
    ],
    [
      "the group is unknown",
      () => withElection((text) => text.replace("Ed25519", "P-256")),
      ["election GROUP_UNKNOWN"],
    ],
    [
      "a field is given twice",
      () => withElection((text) => text.replace('"name"', '"name":"x","name"')),
      ["election ELECTION_MALFORMED"],
    ],
    [
      "the identifier is too short",
      () => withElection((text) => text.replace(election.definition.uuid, "abc")),
      ["election ELECTION_UUID_MALFORMED"],
    ],
    [
      "a question is of another kind",
      () => withElection((text) => text.replace('{"answers"', '{"type":"NonHomomorphic","answers"')),
      ["election QUESTION_KIND_UNSUPPORTED"],
    ],
    [
      "more may be chosen than there is",
      () => withElection((text) => text.replace('"max":2', '"max":9')),
      ["election QUESTION_MALFORMED"],
    ],
    [
      "its key is not in the group",
      () =>
        withElection((text) => text.replace(election.definition.publicKey, mixedOrder(election.definition.publicKey))),
      ["election-key ELECTION_KEY_MISMATCH"],
    ],
    [
      "its key is another election's",
      () => withElection((text) => text.replace(election.definition.publicKey, other.definition.publicKey)),
      ["election-key ELECTION_KEY_MISMATCH"],
    ],
    [
      "a weight is in hexadecimal",
      () => withCredentials(([line = "", ...rest]) => [line.replace(/,.*$/, ",0x2"), ...rest]),
      ["credentials CREDENTIAL_MALFORMED"],
    ],
    [
      "a weight begins with zero",
      () => withCredentials(([line = "", ...rest]) => [line.replace(/,.*$/, ",02"), ...rest]),
      ["credentials CREDENTIAL_MALFORMED"],
    ],
    [
      "a weight is negative",
      () => withCredentials(([line = "", ...rest]) => [line.replace(/,.*$/, ",-2"), ...rest]),
      ["credentials CREDENTIAL_MALFORMED"],
    ],
    [
      "a credential stands there twice",
      () => withCredentials((lines) => [...lines, first(lines).replace(/,.*$/, "")]),
      ["credentials CREDENTIAL_REPEATED"],
    ],
    [
      "a credential is of small order",
      () => withCredentials((lines) => [...lines, smallOrderPoints[0] ?? ""]),
      ["credential-membership CREDENTIAL_NOT_IN_GROUP"],
    ],
    [
      "a credential is of mixed order",
      () => withCredentials(([line = "", ...rest]) => [mixedOrder(line.slice(0, 64)), ...rest]),
      ["credential-membership CREDENTIAL_NOT_IN_GROUP"],
    ],
  ])("are refused when %s", (_, spoil, expected) => {
    expect(failedChecks(spoil())).toEqual(expected);
  });

  test("are refused when a weight is changed after the count", () => {
    const reweighted = { ...election, credentials: election.credentials.replace(",2", ",4") };
    expect(failedChecks(archiveOf(reweighted))).toEqual([
      "encrypted-tally TALLY_MISMATCH",
      "tally-counts TALLY_COUNTS_MISMATCH",
    ]);
  });

  test("are refused when the tally was made with other weights than the list has", () => {
    const reweighted = recount({ ...election, credentials: election.credentials.replace(",2", ",4") });
    const disguised = {
      ...reweighted,
      credentials: election.credentials,
      tally: {
        encryptedTally: reweighted.tally?.encryptedTally ?? "",
        sized: sizedTally(2, 5, reweighted.tally?.encryptedTally ?? ""),
      },
    };
    expect(failedChecks(archiveOf(disguised))).toEqual(["encrypted-tally TALLY_MISMATCH"]);
  });
});

describe("the trustees", () => {
  const closed = (parts: ElectionParts) => archiveOf({ ...parts, ballots: [], tally: undefined });

  test.each<[string, () => Uint8Array, string[]]>([
    [
      "a single trustee's proof is another's",
      () => closed({ ...single, trustees: single.trustees.replace(/"response":"\d+"/, '"response":"1"') }),
      ["trustees TRUSTEE_KEY_PROOF_INVALID"],
    ],
    [
      "two verification keys change places",
      () =>
        closed(
          editTrustees((it) => {
            it["verification_keys"]?.reverse();
          }),
        ),
      ["trustees TRUSTEE_VERIFICATION_KEY_INVALID"],
    ],
    [
      "two certificates change places",
      () =>
        closed(
          editTrustees((it) => {
            it["certs"]?.reverse();
          }),
        ),
      ["trustees TRUSTEE_CONTEXT_MISMATCH"],
    ],
    [
      "two polynomials change places",
      () =>
        closed(
          editTrustees((it) => {
            it["coefexps"]?.reverse();
          }),
        ),
      ["trustees TRUSTEE_POLYNOMIAL_INVALID"],
    ],
    [
      "the signatures are left out",
      () =>
        closed(
          editTrustees((it) => {
            delete it["signatures"];
          }),
        ),
      ["trustees TRUSTEE_CONTEXT_MISMATCH"],
    ],
    [
      "two signatures change places",
      () =>
        closed(
          editTrustees((it) => {
            it["signatures"]?.reverse();
          }),
        ),
      ["trustees TRUSTEE_SIGNATURE_INVALID"],
    ],
    [
      "the threshold is lowered",
      () =>
        closed(
          editTrustees((it) => {
            it.threshold = 1;
          }),
        ),
      ["trustees TRUSTEE_CONTEXT_MISMATCH"],
    ],
    [
      "a verification key is missing",
      () =>
        closed(
          editTrustees((it) => {
            it["verification_keys"]?.pop();
          }),
        ),
      ["trustees TRUSTEES_MALFORMED"],
    ],
    ["there are none", () => closed({ ...election, trustees: "[]" }), ["trustees TRUSTEES_MALFORMED"]],
    [
      "they are another election's",
      () => closed({ ...election, trustees: other.trustees }),
      ["election-key ELECTION_KEY_MISMATCH"],
    ],
    [
      "a key is of small order",
      () =>
        closed({
          ...single,
          trustees: single.trustees.replace(single.definition.publicKey, smallOrderPoints[0] ?? ""),
        }),
      ["trustees TRUSTEE_KEY_NOT_IN_GROUP"],
    ],
    [
      "a scalar is in hexadecimal",
      () =>
        closed({
          ...single,
          trustees: single.trustees.replace(
            /"response":"(\d+)"/,
            (_match, digits: string) => `"response":"0x${BigInt(digits).toString(16)}"`,
          ),
        }),
      ["trustees TRUSTEES_MALFORMED"],
    ],
  ])("are refused when %s", (_, spoil, expected) => {
    expect(failedChecks(spoil())).toEqual(expected);
  });
});

describe("a ballot", () => {
  const addToBeta = (whole: typeof election, votesMore: bigint) => (ballot: LooseBallot) => {
    const group = groupNamed(whole.definition.group);
    const choice = first(first(ballot.answers).choices.slice(1));
    const beta = group.parseMember(choice.beta);
    choice.beta = group.serialize(group.multiply(beta, group.power(group.generator.element, votesMore)));
  };
  const editText = (change: (text: string) => string) =>
    archiveOf(withBallot(election, 0, change(election.ballots[0] ?? "")));
  const allProofs = [
    "ballots-individual-proofs BALLOT_INDIVIDUAL_PROOF_INVALID",
    "ballots-blank-proofs BALLOT_BLANK_PROOF_INVALID",
    "ballots-overall-proofs BALLOT_OVERALL_PROOF_INVALID",
  ];

  test.each<[string, () => Uint8Array, string[]]>([
    ["encrypts fifty votes with garbage proofs", () => spoiledBallot(addToBeta(election, 49n)), allProofs],
    ["does so in the other group", () => spoiledBallot(addToBeta(belenios, 49n), belenios), allProofs],
    [
      "has its individual proofs exchanged",
      () =>
        spoiledBallot((ballot) => {
          first(ballot.answers).individual_proofs.reverse();
        }),
      ["ballots-individual-proofs BALLOT_INDIVIDUAL_PROOF_INVALID"],
    ],
    [
      "has its blank proof turned round",
      () =>
        spoiledBallot((ballot) => {
          first(ballot.answers).blank_proof?.reverse();
        }),
      ["ballots-blank-proofs BALLOT_BLANK_PROOF_INVALID"],
    ],
    [
      "has its overall proof turned round",
      () =>
        spoiledBallot((ballot) => {
          first(ballot.answers).overall_proof.reverse();
        }),
      ["ballots-overall-proofs BALLOT_OVERALL_PROOF_INVALID"],
    ],
    [
      "lacks a part of its overall proof",
      () =>
        spoiledBallot((ballot) => {
          first(ballot.answers).overall_proof.pop();
        }),
      ["ballots-shape BALLOT_SHAPE_INVALID"],
    ],
    [
      "lacks its blank proof",
      () =>
        spoiledBallot((ballot) => {
          delete first(ballot.answers).blank_proof;
        }),
      ["ballots-shape BALLOT_SHAPE_INVALID"],
    ],
    [
      "answers a question too many",
      () =>
        spoiledBallot((ballot) => {
          ballot.answers.push(first(ballot.answers));
        }),
      ["ballots-shape BALLOT_SHAPE_INVALID"],
    ],
    [
      "is made for another election",
      () =>
        spoiledBallot((ballot) => {
          ballot.election_uuid = other.definition.uuid;
        }),
      ["ballots-election BALLOT_OF_ANOTHER_ELECTION"],
    ],
    [
      "has another voter's signature",
      () =>
        archiveOf(
          withBallot(
            election,
            0,
            resigned(election, 0, election.codes[1] ?? "", () => undefined),
          ),
        ),
      ["ballots-signature BALLOT_SIGNATURE_INVALID"],
    ],
    [
      "has an alpha of small order",
      () =>
        spoiledBallot((ballot) => {
          first(first(ballot.answers).choices).alpha = smallOrderPoints[0] ?? "";
        }),
      ["ballots-membership BALLOT_NOT_IN_GROUP"],
    ],
    [
      "has an alpha off the curve",
      () =>
        spoiledBallot((ballot) => {
          first(first(ballot.answers).choices).alpha = "2".padStart(64, "0");
        }),
      ["ballots-membership BALLOT_NOT_IN_GROUP"],
    ],
    [
      "has a beta in capital letters",
      () =>
        spoiledBallot((ballot) => {
          const choice = first(first(ballot.answers).choices);
          choice.beta = choice.beta.toUpperCase();
        }),
      ["ballots-membership BALLOT_NOT_IN_GROUP"],
    ],
    [
      "has a negated beta (BELENIOS-2048)",
      () =>
        spoiledBallot((ballot) => {
          const choice = first(first(ballot.answers).choices);
          choice.beta = (belenios2048Modulus - BigInt(choice.beta)).toString();
        }, belenios),
      ["ballots-membership BALLOT_NOT_IN_GROUP"],
    ],
    [
      "has a beta above the modulus (BELENIOS-2048)",
      () =>
        spoiledBallot((ballot) => {
          const choice = first(first(ballot.answers).choices);
          choice.beta = (belenios2048Modulus + BigInt(choice.beta)).toString();
        }, belenios),
      ["ballots-membership BALLOT_NOT_IN_GROUP"],
    ],
    [
      "has zero for a beta (BELENIOS-2048)",
      () =>
        spoiledBallot((ballot) => {
          first(first(ballot.answers).choices).beta = "0";
        }, belenios),
      ["ballots-membership BALLOT_NOT_IN_GROUP"],
    ],
    ["has white space", () => editText((text) => text.replace(",", ", ")), ["ballots-canonical BALLOT_NOT_CANONICAL"]],
    [
      "has its inner fields in another order",
      () => editText((text) => text.replace(/"alpha":("\w+"),"beta":("\w+")/, '"beta":$2,"alpha":$1')),
      ["ballots-canonical BALLOT_NOT_CANONICAL"],
    ],
    [
      "has a scalar in hexadecimal",
      () =>
        editText((text) =>
          text.replace(
            /"challenge":"(\d+)"/,
            (_match, digits: string) => `"challenge":"0x${BigInt(digits).toString(16)}"`,
          ),
        ),
      ["ballots-canonical BALLOT_NOT_CANONICAL"],
    ],
    [
      "has a scalar with a zero before it",
      () => editText((text) => text.replace('"challenge":"', '"challenge":"0')),
      ["ballots-canonical BALLOT_NOT_CANONICAL"],
    ],
    [
      "has a scalar above the order",
      () =>
        editText((text) =>
          text.replace(
            /"challenge":"(\d+)"/,
            (_match, digits: string) => `"challenge":"${BigInt(digits) + groupNamed("Ed25519").order}"`,
          ),
        ),
      ["ballots-canonical BALLOT_NOT_CANONICAL"],
    ],
    [
      "has an unknown field",
      () => editText((text) => text.replace('"answers"', '"extra":1,"answers"')),
      ["ballots-canonical BALLOT_NOT_CANONICAL"],
    ],
  ])("is refused when it %s", (_, spoil, expected) => {
    expect(failedChecks(spoil()).filter((name) => name.startsWith("ballots"))).toEqual(expected);
  });

  test("is refused when its credential is not on the list", () => {
    const [line = "", ...rest] = JSON.parse(election.credentials) as string[];
    const stranger = makeElection({ group: "Ed25519", ...plan, seed: "a stranger", weights: [2], votes: [] });
    const credentials = JSON.stringify([(JSON.parse(stranger.credentials) as string[])[0] ?? line, ...rest]);
    expect(failedChecks(archiveOf({ ...election, credentials, tally: undefined }))).toEqual([
      "ballots-credential BALLOT_CREDENTIAL_UNKNOWN",
    ]);
  });

  test("is refused when it stands in the box again after a revote, even if it was counted so", () => {
    const replayed = recount({ ...election, ballots: [...election.ballots, election.ballots[0] ?? ""] });
    expect(failedChecks(archiveOf(replayed))).toEqual([
      "record-order ARCHIVE_RECORD_REPEATED",
      "ballots-unique BALLOT_REPEATED",
    ]);
  });
});

describe("the count", () => {
  const [first1, second1] = election.decryptions;
  const factorsSwapped = () => {
    const payload = JSON.parse(first1?.payload ?? "") as { decryption_factors: string[][] };
    payload.decryption_factors[0]?.reverse();
    return { owner: 1, payload: JSON.stringify(payload) };
  };

  test.each<[string, () => ElectionParts, string[]]>([
    [
      "the sizes are wrong",
      () => ({
        ...election,
        tally: {
          encryptedTally: election.tally?.encryptedTally ?? "",
          sized: sizedTally(3, 5, election.tally?.encryptedTally ?? ""),
        },
      }),
      ["tally-counts TALLY_COUNTS_MISMATCH"],
    ],
    [
      "the size is in hexadecimal",
      () => ({
        ...election,
        tally: {
          encryptedTally: election.tally?.encryptedTally ?? "",
          sized: (election.tally?.sized ?? "").replace('"total_weight":5', '"total_weight":"0x5"'),
        },
      }),
      ["tally-counts TALLY_COUNTS_MISMATCH"],
    ],
    [
      "a decryption factor is another's",
      () => ({ ...election, decryptions: [factorsSwapped(), ...election.decryptions.slice(1)] }),
      ["partial-decryptions DECRYPTION_PROOF_INVALID", "result DECRYPTIONS_NOT_ENOUGH"],
    ],
    [
      "a trustee's decryption carries another's number",
      () => ({
        ...election,
        decryptions: [{ owner: 3, payload: first1?.payload ?? "" }, ...election.decryptions.slice(1)],
      }),
      ["partial-decryptions DECRYPTION_PROOF_INVALID", "result DECRYPTIONS_NOT_ENOUGH"],
    ],
    [
      "a stranger decrypts",
      () => ({ ...election, decryptions: [...election.decryptions, { owner: 9, payload: second1?.payload ?? "" }] }),
      ["record-order ARCHIVE_RECORD_REPEATED", "partial-decryptions DECRYPTION_OWNER_UNKNOWN"],
    ],
    [
      "too few decrypt",
      () => ({ ...election, decryptions: election.decryptions.slice(1) }),
      ["result DECRYPTIONS_NOT_ENOUGH"],
    ],
    [
      "a decryption is of another election",
      () => ({ ...election, decryptions: [...other.decryptions.slice(0, 1), ...election.decryptions.slice(1)] }),
      ["partial-decryptions DECRYPTION_PROOF_INVALID", "result DECRYPTIONS_NOT_ENOUGH"],
    ],
    ["the result is off by one", () => ({ ...election, result: '{"result":[[3,0,1,2]]}' }), ["result RESULT_MISMATCH"]],
    [
      "the result has too many choices",
      () => ({ ...election, result: '{"result":[[3,0,0,2,0]]}' }),
      ["result RESULT_MALFORMED"],
    ],
    [
      "the result has a negative number",
      () => ({ ...election, result: '{"result":[[3,0,0,-2]]}' }),
      ["result RESULT_MALFORMED"],
    ],
  ])("is refused when %s", (_, spoil, expected) => {
    expect(failedChecks(archiveOf(spoil()))).toEqual(expected);
  });

  test("is refused when a trustee decrypts twice", () => {
    const again = countBallots({ ...election, owners: [1, 2], random: seededRandom("again") }).decryptions.slice(0, 1);
    expect(failedChecks(archiveOf({ ...election, decryptions: [...election.decryptions, ...again] }))).toEqual([
      "partial-decryptions DECRYPTION_OWNER_REPEATED",
    ]);
  });
});
