// The way through the booth, and what is forgotten on it.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { BoothEvent, BoothState } from "./booth-state.ts";
import { afterEvent, enterBooth } from "./booth-state.ts";

const receipt = { outcome: "accepted", tracker: "t", position: 1, castAt: null } as const;
const noChoice = { chosen: [], isBlank: false };
const marked: BoothEvent = {
  type: "marked",
  position: 1,
  outcome: { choices: { chosen: [1], isBlank: false }, notice: null },
};
const review: BoothEvent = { type: "went-to", step: "review" };

function fits(entryId: string, code: string, isBrought = false): BoothEvent {
  return { type: "code-fits", entryId, code, isBrought };
}

function accepted(entryId: string): BoothEvent {
  return { type: "cast-accepted", entryId, receipt };
}

function failed(entryId: string): BoothEvent {
  return { type: "cast-failed", entryId, problem: { kind: "no-answer" } };
}

function after(state: BoothState, ...events: BoothEvent[]): BoothState {
  return events.reduce(afterEvent, state);
}

test("with a single organisation there is nothing to choose from", () => {
  expect(enterBooth(["a"], 1)).toMatchObject({ step: "code", entryId: "a", marked: ["a"] });
  expect(enterBooth(["a", "b"], 1)).toMatchObject({ step: "organization", marked: [] });
  expect(enterBooth([], 1)).toMatchObject({ step: "code", entryId: null });
});

test("a code brought by a link leads whoever votes for one organisation straight to the ballot", () => {
  const state = after(enterBooth(["a"], 1), { type: "code-checking", isBrought: true }, fits("a", "k", true));
  expect(state).toMatchObject({ step: "ballot", codes: { a: "k" }, isCheckingCode: false });
});

// Requirement: R5
test("each link adds its code, and marks its organisation on the list of whoever votes for several", () => {
  const state = after(enterBooth(["a", "b", "c"], 1), fits("b", "k", true), fits("c", "l", true));
  expect(state).toMatchObject({ step: "organization", marked: ["b", "c"], codes: { b: "k", c: "l" } });
});

test("a code that another tab tells is kept and marks nothing", () => {
  expect(after(enterBooth(["a", "b"], 1), fits("b", "k"))).toMatchObject({ marked: [], codes: { b: "k" } });
  const choosing = after(enterBooth(["a", "b"], 1), { type: "entries-chosen", entryIds: ["a"] }, fits("b", "l"));
  expect(choosing).toMatchObject({ step: "code", entryId: "a", marked: ["a"] });
  const onBallot = after(choosing, fits("a", "k"), fits("b", "m"));
  expect(onBallot).toMatchObject({ step: "ballot", marked: ["a"], addedEntryId: "b" });
});

test("the codes that are missing are asked for one after another, then comes the ballot", () => {
  const state = after(enterBooth(["a", "b", "c"], 1), fits("b", "k", true), {
    type: "entries-chosen",
    entryIds: ["a", "b", "c"],
  });
  expect(state).toMatchObject({ step: "code", entryId: "a" });
  const second = after(state, fits("a", "l"));
  expect(second).toMatchObject({ step: "code", entryId: "c" });
  expect(after(second, fits("c", "m"))).toMatchObject({ step: "ballot", contest: 0 });
  expect(after(enterBooth(["a", "b"], 1), { type: "entries-chosen", entryIds: [] })).toMatchObject({
    step: "organization",
    hasMarkedNone: true,
  });
});

test("behind a link the organisation arrives with its code", () => {
  const state = after(enterBooth([], 1), { type: "entry-arrived", entryId: "a" }, fits("a", "k", true));
  expect(state).toMatchObject({ step: "ballot", entryIds: ["a"], marked: ["a"] });
});

test("choices are kept contest by contest, and a change after the review leads back to it", () => {
  const state = after(
    enterBooth(["a"], 2),
    fits("a", "k"),
    marked,
    { type: "contest-opened", contest: 1 },
    marked,
    review,
    { type: "contest-opened", contest: 0 },
    { type: "cleared" },
  );
  expect(state).toMatchObject({
    step: "ballot",
    contest: 0,
    hasReviewed: true,
    choices: [noChoice, { chosen: [1], isBlank: false }],
  });
});

test("a code that was refused at the cast is typed again without losing the choices", () => {
  const state = after(
    enterBooth(["a"], 1),
    fits("a", "wrong"),
    marked,
    review,
    { type: "casting" },
    { type: "cast-failed", entryId: "a", problem: { kind: "refused", code: "BALLOT_INVALID" } },
    { type: "cast-ended" },
    { type: "code-asked-again", entryId: "a" },
    fits("a", "right"),
  );
  expect(state).toMatchObject({ step: "review", codes: { a: "right" }, choices: [{ chosen: [1] }], casts: [] });
});

test("a failure for one organisation does not lose the others, and can be tried again", () => {
  const casting = after(
    enterBooth(["a", "b", "c"], 1),
    ...["a", "b", "c"].map((id) => fits(id, `code of ${id}`, true)),
    { type: "entries-chosen", entryIds: ["a", "b", "c"] },
    marked,
    review,
    { type: "casting" },
    accepted("a"),
    failed("b"),
    accepted("c"),
    { type: "cast-ended" },
  );
  expect(casting).toMatchObject({
    step: "casting",
    choices: [{ chosen: [1] }],
    codes: { b: "code of b" },
    casts: [{ progress: "accepted" }, { progress: "failed" }, { progress: "accepted" }],
  });
  const again = after(casting, { type: "casting" });
  expect(again.marked).toEqual(["b"]);
  expect(again.casts.map(({ entryId, progress }) => [entryId, progress])).toEqual([
    ["a", "accepted"],
    ["c", "accepted"],
    ["b", "waiting"],
  ]);
  const done = after(again, accepted("b"), { type: "cast-ended" });
  expect(done).toMatchObject({ step: "done", votedNow: ["a", "c", "b"] });
  expect(done.casts.every((cast) => cast.receipt !== null)).toBe(true);
  expect(after(casting, review)).toMatchObject({ step: "review", marked: ["b"] });
});

test("in a pause between two ballots the one that is cast has its receipt, and the other says that it waits", () => {
  const pausing = after(
    enterBooth(["a", "b"], 1),
    ...["a", "b"].map((id) => fits(id, `code of ${id}`, true)),
    { type: "entries-chosen", entryIds: ["a", "b"] },
    marked,
    review,
    { type: "casting" },
    accepted("b"),
    { type: "cast-pausing", isPausing: true },
  );
  expect(pausing).toMatchObject({
    step: "casting",
    isPausing: true,
    choices: [{ chosen: [1] }],
    casts: [
      { entryId: "a", progress: "waiting", receipt: null },
      { entryId: "b", progress: "accepted", receipt },
    ],
  });
  expect(
    after(pausing, { type: "cast-pausing", isPausing: false }, accepted("a"), { type: "cast-ended" }),
  ).toMatchObject({ step: "done", isPausing: false });
});

// Requirement: CM 23
test("after the cast neither the choice nor the code is remembered", () => {
  const state = after(
    enterBooth(["a", "b"], 1),
    { type: "awoke", orders: [[1, 0]] },
    fits("a", "the code", true),
    { type: "entries-chosen", entryIds: ["a"] },
    marked,
    review,
    { type: "casting" },
    accepted("a"),
    { type: "cast-ended" },
  );
  expect(state).toMatchObject({ step: "done", casts: [{ receipt }], codes: {}, choices: [noChoice], votedNow: ["a"] });
  expect(JSON.stringify(state)).not.toContain("the code");
  const next = after(state, { type: "entries-chosen", entryIds: ["b"] });
  expect(next).toMatchObject({ step: "code", entryId: "b", marked: ["b"], casts: [], choices: [noChoice] });
});

// Requirement: CM 10
test("nothing is chosen for the voter: every contest begins empty, with and without a code, and again after each cast", () => {
  for (const state of [enterBooth(["a"], 3), enterBooth(["a"], 3, "k"), enterBooth(["a", "b"], 3)])
    expect(state.choices).toEqual([noChoice, noChoice, noChoice]);
});

// Requirement: CM 12, C1, V3
test("nothing is cast that was not on the review since, whatever is pressed in whatever order", () => {
  const events: BoothEvent[] = [
    fits("a", "k"),
    fits("b", "l", true),
    { type: "entries-chosen", entryIds: ["a"] },
    { type: "contest-opened", contest: 0 },
    { type: "contest-opened", contest: 1 },
    { type: "went-to", step: "code" },
    { type: "went-to", step: "ballot" },
    marked,
    { type: "cleared" },
    review,
    { type: "casting" },
    accepted("a"),
    failed("a"),
    { type: "cast-ended" },
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...events), { maxLength: 14 }), (pressed) => {
      let state = enterBooth(["a", "b"], 2);
      let reviewed: unknown;
      for (const event of pressed) {
        const before = state;
        state = afterEvent(state, event);
        // Why not by the event: whoever changed her list comes back to the review by herself once all its codes are there.
        if (state.step === "review" && before.step !== "review") reviewed = state.choices;
        if (event.type === "casting" && before.step !== "casting" && state.step === "casting") {
          expect(before.step).toBe("review");
          expect(state.choices).toEqual(reviewed);
        }
        if (state.step === "casting" && before.step !== "casting") expect(event.type).toBe("casting");
      }
    }),
    { numRuns: 500 },
  );
});
