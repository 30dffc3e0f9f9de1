// What the calendar of an election allows now, and the stages that a call tells of. Without a calendar no date closes anything.
import type { Result } from "#app/lib/result/index.ts";
import { ok } from "#app/lib/result/index.ts";
import { findStages, isProcessCancelled, requireStage } from "#app/modules/calendars/index.server.ts";
import type { StageRefusal } from "#app/modules/calendars/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

export type { StageRefusal } from "#app/modules/calendars/index.server.ts";

/** In the order of a call. */
export const callStages = [
  "call",
  "nominations",
  "endorsements",
  "candidates-publication",
  "questions",
  "candidate-complaints",
  "voting",
] as const;
export type CallStage = (typeof callStages)[number];

/** Refuses outside the stage, with its dates. */
export function requireCallStage(
  context: ReadingContext,
  electionId: string,
  stage: CallStage,
): Promise<Result<undefined, StageRefusal>> {
  return requireStage(context, electionId, stage, context.clock.now());
}

/**
 * Refuses answers before the questions begin, and from the opening of the vote on.
 *
 * Why longer than one may ask: what was asked in the last hour is released by the commission after it.
 */
export async function requireAnswering(
  context: ReadingContext,
  electionId: string,
): Promise<Result<undefined, StageRefusal>> {
  const asking = await requireCallStage(context, electionId, "questions");
  if (asking.ok || asking.error.code !== "STAGE_OVER") return asking;
  const voting = (await findStages(context, electionId)).find(({ kind }) => kind === "voting");
  return voting !== undefined && context.clock.now() < voting.opensAt ? ok(undefined) : asking;
}

export interface CallStageView {
  readonly kind: CallStage;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  readonly isOpen: boolean;
  readonly isOver: boolean;
}

/** The stages of the calendar that a call tells of; empty without a calendar. */
export async function listCallStages(context: ReadingContext, electionId: string): Promise<CallStageView[]> {
  const stages = await findStages(context, electionId);
  const now = context.clock.now();
  const isCancelled = await isProcessCancelled(context, electionId);
  return callStages.flatMap((kind) => {
    const stage = stages.find((each) => each.kind === kind);
    if (stage === undefined) return [];
    const { opensAt, closesAt } = stage;
    const end = closesAt ?? opensAt;
    return [
      {
        kind,
        opensAt,
        closesAt,
        isOpen: !isCancelled && opensAt <= now && now < end,
        isOver: isCancelled || now >= end,
      },
    ];
  });
}
