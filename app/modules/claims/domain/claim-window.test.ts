// The calendar governs; without one, the state of the election.
import { expect, test } from "vitest";
import { decideWindow } from "./claim-window.ts";

const at = (day: string) => new Date(`2026-09-${day}T18:00:00Z`);
const stage = { opensAt: at("09"), closesAt: at("20") };

test.each([
  ["a minute before the stage", new Date("2026-09-09T17:59:00Z"), "early"],
  ["at the instant at which it begins", at("09"), "open"],
  ["a second before it ends", new Date("2026-09-20T17:59:59Z"), "open"],
  ["at the instant at which it ends", at("20"), "over"],
])("with a calendar, claims about the roll %s are %s", (_when, now, expected) => {
  expect(decideWindow("roll", { phase: "preparing", resultAt: null, stage, now })).toBe(expected);
});

test("nobody objects to a roll or a result that is not there, whatever the calendar promised", () => {
  expect(decideWindow("roll", { phase: "draft", resultAt: null, stage, now: at("10") })).toBe("early");
  expect(decideWindow("result", { phase: "counting", resultAt: null, stage, now: at("10") })).toBe("early");
});

test("without a calendar, claims about roll and candidates end when the box is sealed", () => {
  for (const kind of ["roll", "candidate"] as const) {
    expect(decideWindow(kind, { phase: "draft", resultAt: null, now: at("10") })).toBe("early");
    expect(decideWindow(kind, { phase: "preparing", resultAt: null, now: at("10") })).toBe("open");
    expect(decideWindow(kind, { phase: "sealed", resultAt: null, now: at("10") })).toBe("over");
  }
});

test("without a calendar, the result may be contested for seven days", () => {
  const facts = { phase: "result", resultAt: at("10").toISOString() } as const;
  expect(decideWindow("result", { ...facts, now: new Date("2026-09-17T17:59:59Z") })).toBe("open");
  expect(decideWindow("result", { ...facts, now: at("17") })).toBe("over");
});
