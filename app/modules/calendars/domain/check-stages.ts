// What is wrong with a calendar, problem by problem, before anybody is promised its dates.
// Source: timetables that were published with misprints: "6 to 10 October" for November, "27 April" in a February process.
import type { OrderRule, Stage, StageKind } from "./stages.ts";
import {
  edgeOf,
  leastNoticeDays,
  longestProcessDays,
  orderRules,
  requiredStages,
  stageKinds,
  stageRules,
} from "./stages.ts";

export type StageProblemCode =
  | "STAGE_MISSING"
  | "STAGE_TWICE"
  | "STAGE_WITHOUT_END"
  | "STAGE_ENDS_BEFORE_IT_BEGINS"
  | "STAGE_TOO_SHORT"
  | "STAGE_TOO_LONG"
  | "STAGE_OUTSIDE_PROCESS"
  | "BEGINS_BEFORE_OTHER_BEGINS"
  | "BEGINS_BEFORE_OTHER_ENDS"
  | "ENDS_BEFORE_OTHER_ENDS"
  | "NOTICE_TOO_SHORT"
  | "PROCESS_TOO_LONG";

/** One problem. Its sentence is `refusals.CODE` with `stage` and the details; instants are ISO texts, `other` is the other stage. */
export interface StageProblem {
  readonly code: StageProblemCode;
  readonly stage: StageKind;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface CheckWish {
  /** False for questions, where nobody is nominated. */
  readonly hasCandidates?: boolean;
}

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** All problems of the calendar, in the order of its stages; none when it may be promised. */
export function checkStages(stages: readonly Stage[], { hasCandidates = true }: CheckWish = {}): StageProblem[] {
  const byKind = new Map(stages.map((stage) => [stage.kind, stage]));
  const outside = outsideProcess(byKind);
  const strange = new Set(outside.map(({ stage }) => stage));
  const problems = [
    ...missingStages(byKind, hasCandidates),
    ...repeatedStages(stages),
    ...stages.flatMap(ownProblems),
    ...outside,
    // Why: a date in another month breaks many orders at once; one sentence about it is enough.
    ...orderProblems(byKind).filter(
      ({ stage, details }) => !strange.has(stage) && !strange.has(details["other"] as StageKind),
    ),
    ...lengthProblems(byKind),
  ];
  return problems.sort((left, right) => stageKinds.indexOf(left.stage) - stageKinds.indexOf(right.stage));
}

type ByKind = ReadonlyMap<StageKind, Stage>;

function missingStages(byKind: ByKind, hasCandidates: boolean): StageProblem[] {
  return requiredStages(hasCandidates)
    .filter((kind) => !byKind.has(kind))
    .map((stage) => ({ code: "STAGE_MISSING", stage, details: {} }));
}

function repeatedStages(stages: readonly Stage[]): StageProblem[] {
  return stages
    .filter((stage, index) => stages.findIndex(({ kind }) => kind === stage.kind) !== index)
    .map(({ kind }) => ({ code: "STAGE_TWICE", stage: kind, details: {} }));
}

function ownProblems({ kind, opensAt, closesAt }: Stage): StageProblem[] {
  const { isPeriod, leastHours, mostHours } = stageRules[kind];
  if (!isPeriod) return [];
  if (closesAt === null) return [{ code: "STAGE_WITHOUT_END", stage: kind, details: {} }];
  const hours = (closesAt.getTime() - opensAt.getTime()) / hour;
  const details = { begins: opensAt.toISOString(), ends: closesAt.toISOString() };
  if (hours < 0) return [{ code: "STAGE_ENDS_BEFORE_IT_BEGINS", stage: kind, details }];
  if (hours < leastHours) return [{ code: "STAGE_TOO_SHORT", stage: kind, details: lengths(hours, leastHours) }];
  if (hours > mostHours) return [{ code: "STAGE_TOO_LONG", stage: kind, details: lengths(hours, mostHours) }];
  return [];
}

function lengths(hours: number, limitHours: number): Record<string, number> {
  return { hours: Math.round(hours), limitHours, days: Math.round((hours / 24) * 10) / 10, limitDays: limitHours / 24 };
}

/** The process begins with the call and ends with the official result. */
function outsideProcess(byKind: ByKind): StageProblem[] {
  const [call, official] = [byKind.get("call"), byKind.get("official-result")];
  if (call === undefined || official === undefined) return [];
  const [begins, ends] = [edgeOf(call, "begins"), edgeOf(official, "ends")];
  return [...byKind.values()].flatMap((stage) => {
    const wrong = [edgeOf(stage, "begins"), edgeOf(stage, "ends")].find((at) => at < begins || at > ends);
    if (wrong === undefined || stage === official) return [];
    const details = { at: wrong.toISOString(), begins: begins.toISOString(), ends: ends.toISOString() };
    return [{ code: "STAGE_OUTSIDE_PROCESS", stage: stage.kind, details }];
  });
}

function orderProblems(byKind: ByKind): StageProblem[] {
  const seen = new Set<string>();
  return orderRules.flatMap((rule) => {
    const [earlier, later] = [byKind.get(rule.earlier), byKind.get(rule.later)];
    if (earlier === undefined || later === undefined) return [];
    const [otherAt, at] = [edgeOf(earlier, rule.earlierEdge), edgeOf(later, rule.laterEdge)];
    const pair = `${rule.earlier} ${rule.later}`;
    if (at >= otherAt || seen.has(pair)) return [];
    seen.add(pair);
    const details = { at: at.toISOString(), other: rule.earlier, otherAt: otherAt.toISOString() };
    return [{ code: codeOf(rule), stage: rule.later, details }];
  });
}

function codeOf({ earlierEdge, laterEdge }: OrderRule): StageProblemCode {
  if (laterEdge === "ends") return "ENDS_BEFORE_OTHER_ENDS";
  return earlierEdge === "begins" ? "BEGINS_BEFORE_OTHER_BEGINS" : "BEGINS_BEFORE_OTHER_ENDS";
}

function lengthProblems(byKind: ByKind): StageProblem[] {
  const [call, voting, official] = [byKind.get("call"), byKind.get("voting"), byKind.get("official-result")];
  const problems: StageProblem[] = [];
  if (call === undefined) return problems;
  const daysUntil = (at: Date) => Math.round(((at.getTime() - call.opensAt.getTime()) / day) * 10) / 10;
  if (voting !== undefined && daysUntil(voting.opensAt) < leastNoticeDays && voting.opensAt >= call.opensAt)
    problems.push({
      code: "NOTICE_TOO_SHORT",
      stage: "voting",
      details: { days: daysUntil(voting.opensAt), limitDays: leastNoticeDays },
    });
  if (official !== undefined && daysUntil(edgeOf(official, "ends")) > longestProcessDays)
    problems.push({
      code: "PROCESS_TOO_LONG",
      stage: "official-result",
      details: { days: daysUntil(edgeOf(official, "ends")), limitDays: longestProcessDays },
    });
  return problems;
}
