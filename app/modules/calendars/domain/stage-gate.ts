// Whether the calendar lets something be done now: its stage has begun, the stages before it are over, and its own is not.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Stage, StageKind } from "./stages.ts";
import { orderRules, stageRules, stageWord } from "./stages.ts";

export type StageRefusal = Refusal<"STAGE_NOT_BEGUN" | "STAGE_OVER" | "EARLIER_STAGE_NOT_OVER" | "PROCESS_CANCELLED">;

/** A stage that the calendar does not have holds nobody up; neither does a process without a calendar. */
export function decideStage(stages: readonly Stage[], kind: StageKind, now: Date): Result<undefined, StageRefusal> {
  const stage = stages.find((each) => each.kind === kind);
  if (stage === undefined) return ok(undefined);
  if (now < stage.opensAt)
    return refuse("STAGE_NOT_BEGUN", { stage: stageWord(kind), at: stage.opensAt.toISOString() });
  if (stageRules[kind].endsForGood && stage.closesAt !== null && now >= stage.closesAt)
    return refuse("STAGE_OVER", { stage: stageWord(kind), at: stage.closesAt.toISOString() });
  return decideOver(stages, earlierOf(kind), now);
}

/** Whether all of these stages are over. */
export function decideOver(
  stages: readonly Stage[],
  kinds: readonly StageKind[],
  now: Date,
): Result<undefined, StageRefusal> {
  const running = stages.find(({ kind, opensAt, closesAt }) => kinds.includes(kind) && now < (closesAt ?? opensAt));
  if (running === undefined) return ok(undefined);
  const at = (running.closesAt ?? running.opensAt).toISOString();
  return refuse("EARLIER_STAGE_NOT_OVER", { stage: stageWord(running.kind), at });
}

/** The stages that must be over before this one begins. */
function earlierOf(kind: StageKind): StageKind[] {
  return orderRules
    .filter(({ later, laterEdge, earlierEdge }) => later === kind && laterEdge === "begins" && earlierEdge === "ends")
    .map(({ earlier }) => earlier);
}
