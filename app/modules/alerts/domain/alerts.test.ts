// The rules of the watch that need nothing: when the clock was moved, and when an alert is told anew.
import { expect, test } from "vitest";
import { findClockJump } from "./clock-jump.ts";
import type { Finding, StandingAlert } from "./finding.ts";
import { isStanding, isTold } from "./finding.ts";

const noon = new Date("2026-03-12T12:00:00Z");
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

test.each([
  ["runs as it should", 600, 600, undefined],
  ["is corrected by half a minute", 630, 600, undefined],
  ["is put forward by an hour", 4200, 600, 3600],
  ["is put back by an hour", -3000, 600, -3600],
  ["is put back by a minute", 540, 600, -60],
])("a clock that %s", (_, shown, passed, jump) => {
  expect(findClockJump({ wall: noon, monotonicMs: 5 }, { wall: after(shown), monotonicMs: 5 + passed * 1000 })).toBe(
    jump,
  );
});

const finding: Finding = { kind: "failed-proof", subject: "log", code: "ENTRY_BROKEN" };
const alert: StandingAlert = {
  id: "a",
  kind: "failed-proof",
  subject: "log",
  code: "ENTRY_BROKEN",
  raisedAt: noon,
  clearedAt: null,
  acknowledgedAt: null,
};

test("what stands is told once, also after somebody took note of it", () => {
  expect(isTold(finding, [alert], after(9999))).toBe(true);
  expect(isTold(finding, [{ ...alert, acknowledgedAt: noon }], after(9999))).toBe(true);
  expect(isTold({ ...finding, code: "TAIL_BROKEN" }, [alert], after(1))).toBe(false);
});

test("what was over and comes again is told again", () => {
  expect(isTold(finding, [{ ...alert, clearedAt: noon }], after(1))).toBe(false);
});

test("a moment is told again after ten minutes, or when the last was taken note of", () => {
  const moment = { ...finding, isMoment: true };
  const over = { ...alert, clearedAt: noon };
  expect(isTold(moment, [over], after(60))).toBe(true);
  expect(isTold(moment, [over], after(601))).toBe(false);
  expect(isTold(moment, [{ ...over, acknowledgedAt: noon }], after(60))).toBe(false);
});

test("an act that was decided is told once for ever and never goes on", () => {
  const act = { ...finding, isOnce: true };
  const over = { ...alert, clearedAt: noon, acknowledgedAt: noon };
  expect(isTold(act, [over], after(9_999_999))).toBe(true);
  expect(isTold({ ...act, subject: "another" }, [over], after(1))).toBe(false);
  expect(isStanding(alert, [act])).toBe(false);
  expect(isStanding(alert, [finding])).toBe(true);
});
