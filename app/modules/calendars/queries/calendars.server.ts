// The calendar of a process, and whether it lets something be done now.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { refuse } from "#app/lib/result/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { NoticeRefusal } from "../domain/promise.ts";
import { decideNotice } from "../domain/promise.ts";
import type { StageRefusal } from "../domain/stage-gate.ts";
import { decideOver, decideStage } from "../domain/stage-gate.ts";
import type { Stage, StageKind } from "../domain/stages.ts";
import { inOrder, isStageKind, requiredStages, stageWord } from "../domain/stages.ts";
import type { TemplateKey } from "../domain/templates.ts";
import { isTemplateKey } from "../domain/templates.ts";

/** A stage as it is kept: with how often it changed. */
export interface KeptStage extends Stage {
  readonly sequence: number;
  readonly changedAt: Date;
}

export interface CalendarView {
  readonly processId: string;
  readonly template: TemplateKey;
  readonly sequence: number;
  readonly publishedAt: Date | null;
  readonly changedAt: Date;
  readonly stages: readonly KeptStage[];
}

/** The calendar; undefined when the process has none. */
export async function findCalendar(context: ReadingContext, processId: string): Promise<CalendarView | undefined> {
  const calendar = await context.database.calendar.findUnique({ where: { processId } });
  if (calendar === null) return undefined;
  const rows = await context.database.calendarStage.findMany({ where: { processId } });
  const stages = rows.flatMap(({ kind, opensAt, closesAt, sequence, changedAt }) =>
    isStageKind(kind) ? [{ kind, opensAt, closesAt, sequence, changedAt }] : [],
  );
  return {
    ...calendar,
    template: isTemplateKey(calendar.template) ? calendar.template : "board",
    stages: inOrder(stages).map((stage) => stage as KeptStage),
  };
}

/** The stages in their order; empty when the process has no calendar. */
export async function findStages(context: ReadingContext, processId: string): Promise<readonly Stage[]> {
  return (await findCalendar(context, processId))?.stages ?? [];
}

/** Refuses unless the stage has begun, is not over, and the stages before it are. Processes without a calendar are not held up. */
export async function requireStage(
  context: ReadingContext,
  processId: string,
  kind: StageKind,
  now: Date,
  /** Other stages that must be over as well. */
  over: readonly StageKind[] = [],
): Promise<Result<undefined, StageRefusal>> {
  if (await isProcessCancelled(context, processId)) return refuse("PROCESS_CANCELLED");
  const stages = await findStages(context, processId);
  const own = decideStage(stages, kind, now);
  return own.ok ? decideOver(stages, over, now) : own;
}

/** Whether the process was called off. */
export async function isProcessCancelled(context: ReadingContext, processId: string): Promise<boolean> {
  return (await context.database.cancelledProcess.count({ where: { processId } })) > 0;
}

/** Whether everybody may see the calendar. */
export async function isCalendarPublished(context: ReadingContext, processId: string): Promise<boolean> {
  return (await context.database.calendar.count({ where: { processId, publishedAt: { not: null } } })) > 0;
}

export interface AnnouncedWish {
  readonly opensAt: Date;
  readonly hasCandidates: boolean;
}

export type AnnouncedRefusal = NoticeRefusal | Refusal<"CALENDAR_NOT_PUBLISHED" | "CALENDAR_LACKS_STAGE">;

/** Refuses what was not announced to everybody long enough before: a published calendar with every stage that nobody may leave out. */
export async function requireAnnounced(
  context: ReadingContext,
  processId: string,
  { opensAt, hasCandidates }: AnnouncedWish,
): Promise<Result<undefined, AnnouncedRefusal>> {
  const calendar = await findCalendar(context, processId);
  if (calendar === undefined || calendar.publishedAt === null) return refuse("CALENDAR_NOT_PUBLISHED");
  const kinds = new Set(calendar.stages.map(({ kind }) => kind));
  const missing = requiredStages(hasCandidates).find((kind) => !kinds.has(kind));
  if (missing !== undefined) return refuse("CALENDAR_LACKS_STAGE", { stage: stageWord(missing) });
  return decideNotice(calendar.publishedAt, opensAt);
}

/** The processes whose calendar is published: they are announced, whatever else is still to be prepared. */
export async function listPublishedProcesses(context: ReadingContext): Promise<string[]> {
  const rows = await context.database.calendar.findMany({
    where: { publishedAt: { not: null } },
    select: { processId: true },
  });
  return rows.map(({ processId }) => processId);
}

/** Refuses while one of these stages is not over. */
export async function requireOver(
  context: ReadingContext,
  processId: string,
  kinds: readonly StageKind[],
  now: Date,
): Promise<Result<undefined, StageRefusal>> {
  if (await isProcessCancelled(context, processId)) return refuse("PROCESS_CANCELLED");
  return decideOver(await findStages(context, processId), kinds, now);
}
