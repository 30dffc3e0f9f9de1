// Faults that the published archives do not have, in ballots: each names the checks that must fail because of it, no
// more and no fewer.
import { describe, expect, test } from "vitest";
import { belenios2048Modulus } from "#app/lib/ballot-protocol/primitives/belenios2048-constants.ts";
import { groupNamed } from "#app/lib/ballot-protocol/primitives/groups.ts";
import { resigned, withBallot, type LooseBallot } from "./support/spoil.ts";
import { archiveOf, makeElection } from "./support/whole-election.ts";
import {
  plan,
  election,
  other,
  belenios,
  smallOrderPoints,
  failedChecks,
  recount,
  spoiledBallot,
  first,
} from "./support/spoilable-election.ts";

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
