import { expect, test } from "vitest";
import { nothingHeld } from "./address-space.ts";
import { defaultRules } from "./default-rules.ts";
import { classOn } from "./membership-period.ts";
import type { MemberFacts } from "./voting-right.ts";
import { decideVotingRight } from "./voting-right.ts";

const today = "2026-03-02";
const holder: MemberFacts = {
  held: { ...nothingHeld, ipv4: 1024n, ipSince: "2015-06-01" },
  periods: [],
  debts: [],
  hasMembershipContact: true,
};

function decide(facts: Partial<MemberFacts>, date = today) {
  return decideVotingRight(date, { ...holder, ...facts }, defaultRules);
}

test("a holder of addresses with a contact and no debt votes", () => {
  expect(decide({})).toEqual({
    class: "active-a",
    memberSince: "2015-06-01",
    category: "micro",
    ipv4Category: "micro",
    ipv6Category: null,
    votes: 2,
    isEntitled: true,
    reasonsNot: [],
  });
});

test("nobody is a member before the first delegation", () => {
  expect(decide({}, "2015-05-31")).toMatchObject({
    class: "",
    votes: 0,
    isEntitled: false,
    reasonsNot: ["NOT_A_MEMBER"],
  });
  expect(decide({}, "2015-06-01").isEntitled).toBe(true);
});

test("AS numbers alone make nobody a member", () => {
  const held = { ...nothingHeld, asns: 1 };
  expect(decide({ held })).toMatchObject({
    class: "",
    category: "",
    votes: 0,
    isEntitled: false,
    reasonsNot: ["NO_IP_ADDRESSES"],
  });
});

test("a debt takes the vote on its first and last day and not on the day after; the votes stay written", () => {
  const debts = [{ from: "2026-03-01", until: "2026-03-31" }];
  expect(decide({ debts }, "2026-02-28").isEntitled).toBe(true);
  expect(decide({ debts }, "2026-03-01")).toMatchObject({ votes: 2, isEntitled: false, reasonsNot: ["OWES_MONEY"] });
  expect(decide({ debts }, "2026-03-31").isEntitled).toBe(false);
  expect(decide({ debts }, "2026-04-01").isEntitled).toBe(true);
  expect(decide({ debts: [{ from: "2026-03-01", until: null }] }, "2030-01-01").isEntitled).toBe(false);
});

test("a debt that was set in error and lifted on its first day never held", () => {
  expect(decide({ debts: [{ from: "2026-03-01", until: "2026-02-28" }] }, "2026-03-01").isEntitled).toBe(true);
});

test("without a membership contact nobody can vote for the organisation", () => {
  expect(decide({ hasMembershipContact: false }).reasonsNot).toEqual(["NO_MEMBERSHIP_CONTACT"]);
});

test("every reason is given, not only the first", () => {
  const decision = decide({ debts: [{ from: today, until: null }], hasMembershipContact: false, held: nothingHeld });
  expect(decision.reasonsNot).toEqual(["NO_IP_ADDRESSES", "OWES_MONEY", "NO_MEMBERSHIP_CONTACT"]);
});

test("a founding member casts its fixed vote, whatever it holds", () => {
  const periods = [{ class: "founding", from: "2002-10-31", until: null }];
  expect(decide({ periods, held: nothingHeld })).toMatchObject({
    class: "founding",
    category: "",
    votes: 1,
    isEntitled: true,
  });
  expect(decide({ periods, held: { ...nothingHeld, ipv4: 1n << 24n } })).toMatchObject({ votes: 1 });
});

test("an adhering member takes part without a vote, even if it holds addresses", () => {
  const periods = [{ class: "adhering", from: "2020-01-01", until: null }];
  expect(decide({ periods })).toMatchObject({
    class: "adhering",
    votes: 0,
    isEntitled: false,
    reasonsNot: ["CLASS_WITHOUT_VOTE"],
  });
});

test("a membership that ended stays ended, although addresses are still held", () => {
  const periods = [{ class: "active-a", from: "2015-06-01", until: "2026-01-31" }];
  expect(decide({ periods }, "2026-01-31").isEntitled).toBe(true);
  expect(decide({ periods }, "2026-02-01").reasonsNot).toEqual(["NOT_A_MEMBER"]);
});

test("a class of which the rules no longer speak gives nothing", () => {
  expect(decide({ periods: [{ class: "active-b", from: "2007-01-01", until: null }] }).reasonsNot).toEqual([
    "NOT_A_MEMBER",
  ]);
});

test("of several periods the newest that has begun decides", () => {
  const periods = [
    { class: "adhering", from: "2010-01-01", until: "2019-12-31" },
    { class: "founding", from: "2020-01-01", until: null },
    { class: "adhering", from: "2030-01-01", until: null },
  ];
  const none = { class: "active-a", since: null };
  expect(classOn("2009-12-31", periods, none)).toBeUndefined();
  expect(classOn("2019-12-31", periods, none)?.class).toBe("adhering");
  expect(classOn("2020-01-01", periods, none)?.class).toBe("founding");
  expect(classOn("2030-01-01", periods, none)?.class).toBe("adhering");
});
