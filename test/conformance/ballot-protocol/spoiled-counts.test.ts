// Faults that the published archives do not have, in the count: each names the checks that must fail because of it, no
// more and no fewer.
import { describe, expect, test } from "vitest";
import { sizedTally } from "#app/lib/ballot-protocol/v1/tally.ts";
import { seededRandom } from "./support/seeded-random.ts";
import { archiveOf, countBallots, type ElectionParts } from "./support/whole-election.ts";
import { election, other, failedChecks } from "./support/spoilable-election.ts";

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
