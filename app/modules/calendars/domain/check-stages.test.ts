import { expect, test } from "vitest";
import { checkStages } from "./check-stages.ts";
import { decideOver, decideStage } from "./stage-gate.ts";
import type { Stage, StageKind } from "./stages.ts";
import { requiredStages, stageKinds } from "./stages.ts";
import { proposeStages, templateFor, templatesFor } from "./templates.ts";

const at = (text: string) => new Date(`${text}T18:00:00Z`);

/** The Board's timetable of 2025 (lacnic.net/7828). */
const board2025 = proposeStages("board", at("2025-08-27"), "call");
/** The Electoral Commission's of 2023 (lacnic.net/6730). */
const commission2023 = proposeStages("electoral-commission", at("2023-01-31"), "call");

function withStage(stages: readonly Stage[], kind: StageKind, opens: string, closes: string | null): Stage[] {
  const changed = { kind, opensAt: at(opens), closesAt: closes === null ? null : at(closes) };
  return stages.map((stage) => (stage.kind === kind ? changed : stage));
}

function without(stages: readonly Stage[], kind: StageKind): Stage[] {
  return stages.filter((stage) => stage.kind !== kind);
}

function found(stages: readonly Stage[]) {
  return checkStages(stages).map(({ code, stage }) => [code, stage]);
}

test.each(templatesFor(true))("the template %s has no problems and all stages, at the hour of its first", (key) => {
  const stages = proposeStages(key, at("2026-05-21"));
  expect(checkStages(stages)).toEqual([]);
  expect(stages.map(({ kind }) => kind).sort()).toEqual([...stageKinds].sort());
  expect(stages.every(({ opensAt }) => opensAt.toISOString().endsWith("T18:00:00.000Z"))).toBe(true);
});

test("a vote on questions has a template of its own, without candidates and with every other gate", () => {
  expect(templatesFor(false)).toEqual(["consultation"]);
  expect([templateFor(undefined, false), templateFor("board", true)]).toEqual(["consultation", "board"]);
  const stages = proposeStages("consultation", at("2026-05-21"));
  expect(checkStages(stages, { hasCandidates: false })).toEqual([]);
  expect(stages.map(({ kind }) => kind)).toEqual(requiredStages(false));
});

test("the templates give the days of the real timetables", () => {
  const day = (stages: readonly Stage[], kind: StageKind) => {
    const stage = stages.find((each) => each.kind === kind);
    return [stage?.opensAt.toISOString().slice(0, 10), stage?.closesAt?.toISOString().slice(0, 10)];
  };
  expect(day(board2025, "roll-claims")).toEqual(["2025-09-09", "2025-10-09"]);
  expect(day(board2025, "candidates-publication")).toEqual(["2025-10-15", undefined]);
  expect(day(board2025, "voting")).toEqual(["2025-10-23", "2025-10-30"]);
  expect(day(board2025, "official-result")).toEqual(["2025-11-05", "2025-11-11"]);
  expect(day(commission2023, "roll-decisions")[1]).toBe("2023-03-01");
  expect(day(commission2023, "voting")).toEqual(["2023-03-06", "2023-03-13"]);
  const extraordinary = proposeStages("extraordinary-board", at("2026-05-21"));
  expect(day(extraordinary, "call")).toEqual(["2026-03-24", undefined]);
  expect(day(extraordinary, "result-claims")).toEqual(["2026-06-02", "2026-06-03"]);
  const fiscal = proposeStages("fiscal-commission", at("2023-05-16"), "call");
  expect(day(fiscal, "complaint-decisions")[1]).toBe("2023-06-15");
  expect(day(fiscal, "voting")[0]).toBe("2023-06-21");
});

test("the misprint of 2025 is caught: answers to claims on 6 to 10 October, before the claims of November", () => {
  const [problem, ...others] = checkStages(withStage(board2025, "claim-decisions", "2025-10-06", "2025-10-10"));
  expect(problem).toEqual({
    code: "BEGINS_BEFORE_OTHER_BEGINS",
    stage: "claim-decisions",
    details: { at: "2025-10-06T18:00:00.000Z", other: "result-claims", otherAt: "2025-11-04T18:00:00.000Z" },
  });
  expect(others).toEqual([]);
});

test("the misprint of 2023 is caught: complaints about candidates on 23 to 27 April, after the whole process", () => {
  const problems = checkStages(withStage(commission2023, "candidate-complaints", "2023-04-23", "2023-04-27"));
  expect(problems).toEqual([
    {
      code: "STAGE_OUTSIDE_PROCESS",
      stage: "candidate-complaints",
      details: {
        at: "2023-04-23T18:00:00.000Z",
        begins: "2023-01-31T18:00:00.000Z",
        ends: "2023-03-21T18:00:00.000Z",
      },
    },
  ]);
});

test("each kind of impossible calendar is refused with its reason", () => {
  expect(found(without(board2025, "roll-claims"))).toEqual([["STAGE_MISSING", "roll-claims"]]);
  expect(found([...board2025, board2025[0]!])).toEqual([["STAGE_TWICE", "call"]]);
  expect(found(withStage(board2025, "voting", "2025-10-23", null))).toContainEqual(["STAGE_WITHOUT_END", "voting"]);
  expect(found(withStage(board2025, "questions", "2025-10-20", "2025-10-19"))).toEqual([
    ["STAGE_ENDS_BEFORE_IT_BEGINS", "questions"],
  ]);
  expect(found(withStage(board2025, "voting", "2025-10-28", "2025-10-30"))).toEqual([["STAGE_TOO_SHORT", "voting"]]);
  expect(found(withStage(board2025, "nominations", "2025-09-05", "2025-09-10"))).toContainEqual([
    "STAGE_TOO_SHORT",
    "nominations",
  ]);
  expect(found(withStage(board2025, "candidates-publication", "2025-09-09", null))).toContainEqual([
    "BEGINS_BEFORE_OTHER_ENDS",
    "candidates-publication",
  ]);
  expect(found(withStage(board2025, "roll-decisions", "2025-09-09", "2025-10-08"))).toEqual([
    ["ENDS_BEFORE_OTHER_ENDS", "roll-decisions"],
  ]);
  expect(found(withStage(board2025, "official-result", "2026-05-05", "2026-05-11"))).toEqual([
    ["PROCESS_TOO_LONG", "official-result"],
  ]);
});

// Requirement: CM 32
test("a vote that is called less than thirty days before it is refused", () => {
  expect(checkStages(withStage(board2025, "call", "2025-10-01", null))).toContainEqual({
    code: "NOTICE_TOO_SHORT",
    stage: "voting",
    details: { days: 22, limitDays: 30 },
  });
});

test("a vote on questions needs no stages of candidates", () => {
  const stages = board2025.filter(({ kind }) => !/nominations|endorsements|candidate|questions|complaint/.test(kind));
  expect(checkStages(stages, { hasCandidates: false })).toEqual([]);
  expect(found(stages).map(([, stage]) => stage)).toContain("nominations");
});

// Requirement: R3
test("a stage lets through only between its begin and its end, and when those before it are over", () => {
  const code = (kind: StageKind, now: string, stages = board2025) => {
    const decision = decideStage(stages, kind, at(now));
    return decision.ok ? "ok" : decision.error.code;
  };
  expect(code("nominations", "2025-08-26")).toBe("STAGE_NOT_BEGUN");
  expect(code("nominations", "2025-08-27")).toBe("ok");
  expect(code("nominations", "2025-09-10")).toBe("STAGE_OVER");
  expect(code("official-result", "2025-11-04")).toBe("STAGE_NOT_BEGUN");
  expect(code("official-result", "2025-11-05")).toBe("ok");
  // Why: what the association owes is still owed when it is late.
  expect(code("official-result", "2025-12-24")).toBe("ok");
  expect(code("candidates-publication", "2025-12-24")).toBe("ok");
  const overlapping = withStage(board2025, "nominations", "2025-08-27", "2025-10-20");
  expect(code("candidates-publication", "2025-10-16", overlapping)).toBe("EARLIER_STAGE_NOT_OVER");
  expect(code("voting", "2025-10-24", [])).toBe("ok");
  expect(decideOver(board2025, ["complaint-decisions"], at("2025-10-21"))).toMatchObject({
    error: { code: "EARLIER_STAGE_NOT_OVER", details: { stage: "complaint_decisions" } },
  });
  expect(decideOver(board2025, ["complaint-decisions"], at("2025-10-22")).ok).toBe(true);
});
