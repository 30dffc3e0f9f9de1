// A calendar is promised before its dates, or not at all.
import { expect, test } from "vitest";
import { ok } from "#app/lib/result/index.ts";
import { decidePromise } from "./promise.ts";
import { proposeStages } from "./templates.ts";

const stages = proposeStages("board", new Date("2026-05-21T18:00:00Z"));
const call = stages.find(({ kind }) => kind === "call")!.opensAt;
const daysAfterCall = (days: number) => new Date(call.getTime() + days * 24 * 60 * 60 * 1000);

// Requirement: CM 32, R3
test("it can be promised until the first stage after the call has begun", () => {
  expect(decidePromise(stages, daysAfterCall(-1))).toEqual(ok(undefined));
  const tooLate = decidePromise(stages, daysAfterCall(57));
  expect(tooLate).toMatchObject({ ok: false, error: { code: "CALENDAR_BEGINS_IN_THE_PAST" } });
});

// Requirement: CM 32
test("nobody is called to a vote that begins in less than thirty days", () => {
  const voting = stages.filter(({ kind }) => kind === "voting");
  expect(decidePromise(voting, new Date("2026-04-21T18:00:00Z"))).toEqual(ok(undefined));
  expect(decidePromise(voting, new Date("2026-04-22T18:00:00Z"))).toMatchObject({
    error: { code: "ANNOUNCED_TOO_LATE", details: { days: 29, limitDays: 30 } },
  });
});
