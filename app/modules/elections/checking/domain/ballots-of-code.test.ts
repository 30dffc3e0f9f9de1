// A code finds its ballots and no others, and tells when there are none.
import { expect, test } from "vitest";
import { generateCredentialCode, publicCredentialOf } from "#app/lib/ballot-protocol/index.ts";
import { refuse } from "#app/lib/result/index.ts";
import { bindingKeyOf, eligibilityTagOf } from "../../domain/eligibility-tag.ts";
import { ballotsOfCode } from "./ballots-of-code.ts";

const group = "Ed25519";
const electionId = "MQnThbqb8JDZCU";
let seed = 1;
const random = (length: number) => Uint8Array.from({ length }, () => (seed = (seed * 48271) % 2147483647) & 255);
const [mine, hers] = [generateCredentialCode(group, random), generateCredentialCode(group, random)];
const credentialOf = (code: string) => publicCredentialOf({ group, uuid: electionId, code });
const credentials = [`${credentialOf(mine)},4`, credentialOf(hers)];
const ballot = (position: number, code: string) => ({
  position,
  tracker: `t${position}`,
  credential: credentialOf(code),
});
const given = { group, electionId, credentials, entries: [] } as const;

// Requirement: S2
test("a code with which nobody voted has no ballot in the box", () => {
  const check = ballotsOfCode({ ...given, typed: mine, ballots: [ballot(1, hers)] });
  expect(check).toMatchObject({ ok: true, value: { ballots: [], votes: 4, rollEntryId: null } });
});

test("all ballots of a code are found, in the order of the box", () => {
  const check = ballotsOfCode({ ...given, typed: mine, ballots: [ballot(9, mine), ballot(1, hers), ballot(3, mine)] });
  expect(check).toMatchObject({ value: { ballots: [{ position: 3 }, { position: 9 }] } });
});

test("the tag of the roll tells whose code it is", () => {
  const tag = eligibilityTagOf({
    bindingKey: bindingKeyOf({ electionId, code: mine }),
    rollEntryId: "e7",
    publicCredential: credentialOf(mine),
  });
  const entries = [
    { id: "e6", eligibilityTag: "0" },
    { id: "e7", eligibilityTag: tag },
  ];
  expect(ballotsOfCode({ ...given, typed: mine, ballots: [], entries })).toMatchObject({
    value: { rollEntryId: "e7" },
  });
});

test("a code of another election and a mistyped one are told apart", () => {
  const stranger = generateCredentialCode(group, random);
  expect(ballotsOfCode({ ...given, typed: stranger, ballots: [] })).toEqual(refuse("CODE_NOT_OF_THIS_ELECTION"));
  expect(ballotsOfCode({ ...given, typed: "abc", ballots: [] })).toEqual(refuse("CODE_MALFORMED"));
});
