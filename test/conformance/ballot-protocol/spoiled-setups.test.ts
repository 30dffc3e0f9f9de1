// Faults that the published archives do not have, in the election, its credentials and its trustees: each names the checks that must fail because of it, no
// more and no fewer.
import { describe, expect, test } from "vitest";
import { sizedTally } from "#app/lib/ballot-protocol/v1/tally.ts";
import { archiveOf, type ElectionParts } from "./support/whole-election.ts";
import {
  election,
  other,
  single,
  smallOrderPoints,
  failedChecks,
  recount,
  first,
  editTrustees,
} from "./support/spoilable-election.ts";

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
