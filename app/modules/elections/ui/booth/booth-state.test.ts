// The way through the booth, and what is forgotten on it.
import { expect, test } from "vitest";
import type { BoothEvent, BoothState } from "./booth-state.ts";
import { afterEvent, enterBooth } from "./booth-state.ts";

const receipt = { outcome: "accepted", tracker: "t", position: 1, castAt: null } as const;
const marked: BoothEvent = {
  type: "marked",
  position: 1,
  outcome: { choices: { chosen: [1], isBlank: false }, notice: null },
};

function after(state: BoothState, ...events: BoothEvent[]): BoothState {
  return events.reduce(afterEvent, state);
}

test("with a single organisation there is nothing to choose from", () => {
  expect(enterBooth(["a"])).toMatchObject({ step: "code", entryId: "a" });
  expect(enterBooth(["a", "b"])).toMatchObject({ step: "organization", entryId: null });
});

test("a code brought by a link leads straight to the ballot of its organisation", () => {
  const state = after(
    enterBooth(["a", "b"]),
    { type: "code-checking", isBrought: true },
    { type: "code-fits", entryId: "b", code: "k" },
  );
  expect(state).toMatchObject({ step: "ballot", entryId: "b", code: "k", isCheckingCode: false });
});

test("a code that was refused at the cast is typed again without losing the choices", () => {
  const state = after(
    enterBooth(["a"]),
    { type: "code-fits", entryId: "a", code: "wrong" },
    marked,
    { type: "cast-failed", problem: { kind: "refused", code: "BALLOT_INVALID" } },
    { type: "went-to", step: "code" },
    { type: "code-fits", entryId: "a", code: "right" },
  );
  expect(state).toMatchObject({ step: "ballot", code: "right", choices: { chosen: [1] }, castProblem: null });
});

test("choices made for one organisation are not carried to another", () => {
  const state = after(enterBooth(["a", "b"]), { type: "code-fits", entryId: "a", code: "k" }, marked, {
    type: "code-fits",
    entryId: "b",
    code: "l",
  });
  expect(state).toMatchObject({ entryId: "b", choices: { chosen: [], isBlank: false } });
});

test("after the cast neither the choice nor the code is remembered", () => {
  const state = after(
    enterBooth(["a", "b"]),
    { type: "awoke", order: [1, 0] },
    { type: "code-fits", entryId: "a", code: "k" },
    marked,
    { type: "casting", progress: "sending" },
    { type: "cast-accepted", receipt },
  );
  expect(state).toMatchObject({
    step: "done",
    receipt,
    code: null,
    choices: { chosen: [], isBlank: false },
    votedNow: ["a"],
  });
  expect(JSON.stringify({ ...state, order: [] })).not.toContain('"k"');
});

test("a failed cast keeps everything for another try", () => {
  const state = after(enterBooth(["a"]), { type: "code-fits", entryId: "a", code: "k" }, marked, {
    type: "cast-failed",
    problem: { kind: "no-answer" },
  });
  expect(state).toMatchObject({ code: "k", choices: { chosen: [1] }, castProblem: { kind: "no-answer" } });
});
