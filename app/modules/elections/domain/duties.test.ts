// The duties of a commission member, from the first certificate to the opened sum.
import { expect, test } from "vitest";
import type { Seat } from "./duties.ts";
import { dutiesOf } from "./duties.ts";
import type { StepProgress } from "./preparation.ts";
import { preparationSteps } from "./preparation.ts";

const seat: Seat = {
  ownIndex: 2,
  certificates: [null, null],
  polynomials: [null, null],
  verificationKeys: [null, null],
  trusteesPayload: null,
  hasRehearsed: false,
  encryptedTally: null,
  hasDecrypted: false,
};

function preparedExcept(...missing: string[]): StepProgress[] {
  return preparationSteps.map((step) => ({ step, done: missing.includes(step) ? 0 : 1, of: 1 }));
}

test("a trustee is asked for the certificate first, even before the roll is frozen", () => {
  expect(dutiesOf({ phase: "draft", preparation: preparedExcept(...preparationSteps), seat })).toEqual(["certificate"]);
});

test("round 2 waits until every trustee has published round 1", () => {
  const own = { ...seat, certificates: [null, "c"] };
  const preparation = preparedExcept(...preparationSteps);
  expect(dutiesOf({ phase: "draft", preparation, seat: own })).toEqual([]);
  expect(dutiesOf({ phase: "draft", preparation, seat: { ...own, certificates: ["c", "c"] } })).toEqual(["polynomial"]);
});

test("round 3 waits until every trustee has published round 2", () => {
  const own = { ...seat, certificates: ["c", "c"], polynomials: [null, "p"] };
  const preparation = preparedExcept("polynomials", "keys", "seal");
  expect(dutiesOf({ phase: "preparing", preparation, seat: own })).toEqual([]);
  expect(dutiesOf({ phase: "preparing", preparation, seat: { ...own, polynomials: ["p", "p"] } })).toEqual([
    "verification-key",
  ]);
});

test("the rehearsal is asked for when the key exists, the codes as soon as the roll is frozen", () => {
  const own = {
    ...seat,
    certificates: ["c", "c"],
    polynomials: ["p", "p"],
    verificationKeys: ["k", "k"],
    trusteesPayload: "[]",
  };
  const preparation = preparedExcept("rehearsal", "credentials", "seal");
  expect(dutiesOf({ phase: "preparing", preparation, seat: own })).toEqual(["rehearsal", "codes"]);
  expect(dutiesOf({ phase: "preparing", preparation })).toEqual(["codes"]);
});

test("sealing is offered when nothing else is missing", () => {
  expect(dutiesOf({ phase: "preparing", preparation: preparedExcept("rehearsal", "seal") })).toEqual([]);
  expect(dutiesOf({ phase: "preparing", preparation: preparedExcept("seal") })).toEqual(["seal"]);
});

test("a roll that must be signed is signed before the seal: by whoever has not, until enough have", () => {
  const facts = { phase: "preparing", preparation: preparedExcept("seal") } as const;
  const signed = (isOwnAwaited: boolean, isSigned: boolean) => ({ ...facts, rollSigning: { isOwnAwaited, isSigned } });
  expect(dutiesOf(signed(true, false))).toEqual(["sign-roll"]);
  expect(dutiesOf(signed(false, false))).toEqual([]);
  expect(dutiesOf(signed(true, true))).toEqual(["seal"]);
});

test("while a dispute holds the count, it is decided first, and nobody is asked to open the sum", () => {
  const facts = { phase: "counting", preparation: preparedExcept(), seat: { ...seat, encryptedTally: "[]" } } as const;
  expect(dutiesOf({ ...facts, undecidedDisputes: 1 })).toEqual(["disputes"]);
  expect(dutiesOf({ ...facts, undecidedDisputes: 0 })).toEqual(["sum"]);
});

test("after the close each trustee is asked once to open the sum, and only when it has been added up", () => {
  const preparation = preparedExcept();
  expect(dutiesOf({ phase: "open", preparation, seat })).toEqual([]);
  expect(dutiesOf({ phase: "counting", preparation, seat })).toEqual([]);
  expect(dutiesOf({ phase: "counting", preparation, seat: { ...seat, encryptedTally: "[]" } })).toEqual(["sum"]);
  expect(
    dutiesOf({ phase: "counting", preparation, seat: { ...seat, encryptedTally: "[]", hasDecrypted: true } }),
  ).toEqual([]);
  expect(dutiesOf({ phase: "counting", preparation })).toEqual([]);
});
