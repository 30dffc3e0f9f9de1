// The calendar of a process, and whether it lets something be done now.
import { differenceInHours } from "date-fns";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { StageRefusal } from "../domain/stage-gate.ts";
import { decideOver, decideStage } from "../domain/stage-gate.ts";
import type { Stage, StageKind } from "../domain/stages.ts";
import { inOrder, isStageKind, leastNoticeDays } from "../domain/stages.ts";
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
  const stages = await findStages(context, processId);
  const own = decideStage(stages, kind, now);
  return own.ok ? decideOver(stages, over, now) : own;
}

/** Whether everybody may see the calendar. */
export async function isCalendarPublished(context: ReadingContext, processId: string): Promise<boolean> {
  return (await context.database.calendar.count({ where: { processId, publishedAt: { not: null } } })) > 0;
}

/** Refuses what was not announced to everybody long enough before: a published calendar, and the days of notice since. */
export async function requireAnnounced(
  context: ReadingContext,
  processId: string,
  opensAt: Date,
): Promise<Result<undefined, Refusal<"CALENDAR_NOT_PUBLISHED" | "ANNOUNCED_TOO_LATE">>> {
  const calendar = await context.database.calendar.findUnique({ where: { processId } });
  if (calendar === null || calendar.publishedAt === null) return refuse("CALENDAR_NOT_PUBLISHED");
  const days = Math.floor(differenceInHours(opensAt, calendar.publishedAt) / 24);
  return days >= leastNoticeDays ? ok(undefined) : refuse("ANNOUNCED_TOO_LATE", { days, limitDays: leastNoticeDays });
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
  return decideOver(await findStages(context, processId), kinds, now);
}
