import { expect, test } from "vitest";
import { mayDelegateNow, mayHold } from "./may-delegate.ts";

const times = {
  ...{ isCancelled: false, isRollFrozen: true, hasCodes: false },
  coolingOffBegins: new Date("2026-03-05T00:00:00Z"),
};
const rules = { capPerPerson: 2, endsAt: new Date("2026-03-04T00:00:00Z") };
const now = new Date("2026-03-03T00:00:00Z");

test("nothing changes hands where the rules do not say so, before the roll, after the deadline, the cooling-off or the codes", () => {
  expect(mayDelegateNow(times, rules, now).ok).toBe(true);
  expect(mayDelegateNow(times, undefined, now)).toMatchObject({ error: { code: "DELEGATION_NOT_ALLOWED" } });
  expect(mayDelegateNow({ ...times, isRollFrozen: false }, rules, now)).toMatchObject({
    error: { code: "DELEGATION_BEFORE_ROLL" },
  });
  expect(mayDelegateNow({ ...times, isCancelled: true }, rules, now)).toMatchObject({
    error: { code: "ELECTION_CANCELLED" },
  });
  expect(mayDelegateNow({ ...times, hasCodes: true }, rules, now)).toMatchObject({
    error: { code: "DELEGATION_AFTER_CODES" },
  });
  expect(mayDelegateNow(times, rules, rules.endsAt)).toMatchObject({ error: { code: "DELEGATION_OVER" } });
  expect(mayDelegateNow({ ...times, coolingOffBegins: now }, rules, now)).toMatchObject({
    error: { code: "DELEGATION_COOLING_OFF" },
  });
});

test("nobody holds more than the cap, a candidate none, and nobody is her own delegate", () => {
  const delegate = { isHolder: false, standsAs: undefined, given: 1 };
  expect(mayHold(delegate, rules).ok).toBe(true);
  expect(mayHold({ ...delegate, given: 2 }, rules)).toMatchObject({ error: { code: "DELEGATE_AT_CAP" } });
  expect(mayHold({ ...delegate, standsAs: "account" }, rules)).toMatchObject({
    error: { code: "DELEGATE_IS_CANDIDATE" },
  });
  expect(mayHold({ ...delegate, standsAs: "name" }, rules)).toMatchObject({
    error: { code: "DELEGATE_NAMED_AS_CANDIDATE" },
  });
  expect(mayHold({ ...delegate, isHolder: true }, rules)).toMatchObject({ error: { code: "DELEGATE_IS_ONESELF" } });
});
