// Writes the stages of a process, or publishes them. The caller checks who may, and keeps what depends on them in the same transaction.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { CheckWish } from "../domain/check-stages.ts";
import { checkStages } from "../domain/check-stages.ts";
import type { StageChange } from "../domain/stage-changes.ts";
import { changesOfStages, rewritesThePast } from "../domain/stage-changes.ts";
import type { Stage } from "../domain/stages.ts";
import { stageWord } from "../domain/stages.ts";
import type { TemplateKey } from "../domain/templates.ts";
import type { PromiseRefusal } from "../domain/promise.ts";
import { decidePromise } from "../domain/promise.ts";
import type { CalendarView } from "../queries/calendars.server.ts";
import { findCalendar, isProcessCancelled } from "../queries/calendars.server.ts";

export interface SetStagesInput extends CheckWish {
  readonly processId: string;
  readonly stages: readonly Stage[];
  readonly template?: TemplateKey;
  readonly now: Date;
  /** Two people approved it: then a published calendar may change, though never what has passed. */
  readonly isApproved?: boolean;
}

export type SetStagesRefusal = Refusal<
  "CALENDAR_HAS_PROBLEMS" | "CALENDAR_PUBLISHED" | "STAGE_DATE_PASSED" | "PROCESS_CANCELLED"
>;

/** Writes the stages; the answer says what changed. */
export async function setStages(
  within: ContextWithin,
  input: SetStagesInput,
): Promise<Result<{ changes: readonly StageChange[] }, SetStagesRefusal>> {
  const { processId, stages, now, isApproved = false } = input;
  const before = await findCalendar(within, processId);
  const changes = changesOfStages(before?.stages ?? [], stages);
  const kept = input.template ?? before?.template ?? "board";
  await recordAudit(within, {
    action: before === undefined ? "calendars:made" : "calendars:changed",
    subjectType: "election",
    subjectId: processId,
    changes: changes.map(({ field, before: was, after }) => ({ field, before: was, after })),
    details: { template: kept, approved: isApproved },
  });
  if (await isProcessCancelled(within, processId)) return refuse("PROCESS_CANCELLED");
  const sound = requireSound(input);
  if (!sound.ok) return sound;
  const promised = before?.publishedAt ? requirePromiseKept(changes, now, isApproved) : ok(undefined);
  if (!promised.ok) return promised;
  const sequence = await keepCalendar(within, processId, kept, now, changes.length > 0);
  const changed = new Set(changes.map(({ kind }) => kind));
  await keepStages(within, processId, { stages, changed, now, sequence });
  return ok({ changes });
}

function requireSound(input: SetStagesInput): Result<undefined, SetStagesRefusal> {
  const [problem, ...others] = checkStages(input.stages, input);
  if (problem === undefined) return ok(undefined);
  const details = { count: others.length + 1, problem: problem.code, stage: stageWord(problem.stage) };
  return refuse("CALENDAR_HAS_PROBLEMS", details);
}

/** What has been published changes only by two, and never what has passed. */
function requirePromiseKept(
  changes: readonly StageChange[],
  now: Date,
  isApproved: boolean,
): Result<undefined, SetStagesRefusal> {
  if (!isApproved) return refuse("CALENDAR_PUBLISHED");
  const rewritten = rewritesThePast(changes, now);
  return rewritten === undefined ? ok(undefined) : refuse("STAGE_DATE_PASSED", passed(rewritten));
}

function passed({ kind, before, after }: StageChange): { stage: string; at: string } {
  return { stage: stageWord(kind), at: before ?? after ?? "" };
}

/** Answers how often the calendar has changed. */
async function keepCalendar(
  within: ContextWithin,
  processId: string,
  template: TemplateKey,
  now: Date,
  hasChanged: boolean,
): Promise<number> {
  const { sequence } = await within.database.calendar.upsert({
    where: { processId },
    create: { processId, template, createdAt: now, changedAt: now },
    update: hasChanged ? { template, changedAt: now, sequence: { increment: 1 } } : { template },
  });
  return sequence;
}

interface KeptStages {
  readonly stages: readonly Stage[];
  readonly changed: ReadonlySet<string>;
  readonly now: Date;
  readonly sequence: number;
}

async function keepStages(
  within: ContextWithin,
  processId: string,
  { stages, changed, now, sequence }: KeptStages,
): Promise<void> {
  await within.database.calendarStage.deleteMany({
    where: { processId, kind: { notIn: stages.map(({ kind }) => kind) } },
  });
  for (const { kind, opensAt, closesAt } of stages) {
    if (!changed.has(kind)) continue;
    await within.database.calendarStage.upsert({
      where: { processId_kind: { processId, kind } },
      // Why the calendar's count: a stage that comes back must be newer than it was, and no stage changes more often than its calendar.
      create: { id: randomIdentifier(within.random), processId, kind, opensAt, closesAt, changedAt: now, sequence },
      update: { opensAt, closesAt, changedAt: now, sequence: { increment: 1 } },
    });
  }
}

export type PublishStagesRefusal =
  Refusal<"CALENDAR_MISSING" | "CALENDAR_ALREADY_PUBLISHED" | "PROCESS_CANCELLED"> | PromiseRefusal;

export interface PublishStagesWish {
  readonly processId: string;
  readonly now: Date;
  readonly isBinding: boolean;
}

/** Whether the calendar could be published now. What is binding is promised in time, or not at all. */
export async function judgePublication(
  context: ReadingContext,
  { processId, now, isBinding }: PublishStagesWish,
): Promise<Result<CalendarView, PublishStagesRefusal>> {
  if (await isProcessCancelled(context, processId)) return refuse("PROCESS_CANCELLED");
  const calendar = await findCalendar(context, processId);
  if (calendar === undefined) return refuse("CALENDAR_MISSING");
  if (calendar.publishedAt !== null) return refuse("CALENDAR_ALREADY_PUBLISHED");
  const promise = isBinding ? decidePromise(calendar.stages, now) : ok(undefined);
  return promise.ok ? ok(calendar) : promise;
}

/** Two people have approved its dates; from here on two people together change one. */
export async function publishStages(
  within: ContextWithin,
  wish: PublishStagesWish,
): Promise<Result<undefined, PublishStagesRefusal>> {
  const { processId, now } = wish;
  await recordAudit(within, { action: "calendars:published", subjectType: "election", subjectId: processId });
  const judged = await judgePublication(within, wish);
  if (!judged.ok) return judged;
  await within.database.calendar.update({ where: { processId }, data: { publishedAt: now } });
  return ok(undefined);
}
