// Sets an election's calendar. The voting stage is the election's opening and closing, the freezing of the roll its
// roll date: written together, so that they are never two facts.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { utcDay } from "#app/lib/instants/index.ts";
import type { ApprovableAct } from "#app/modules/approvals/index.server.ts";
import type { SetStagesRefusal } from "#app/modules/calendars/index.server.ts";
import { findStages, setStages } from "#app/modules/calendars/index.server.ts";
import type { Stage, StageChange, TemplateKey } from "#app/modules/calendars/index.ts";
import { changesOfStages, stagesFromJson } from "#app/modules/calendars/index.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";
import type { LockedElection } from "./lock-election.server.ts";
import { lockElection } from "./lock-election.server.ts";

export type SetCalendarRefusal = SetStagesRefusal | Refusal<"SEALED_DATES_NEED_TWO" | "VOTING_ALREADY_CLOSED">;

export interface SetCalendarInput {
  readonly electionId: string;
  readonly stages: readonly Stage[];
  readonly template?: TemplateKey;
}

/** Writes the calendar while it is not published. */
export function setCalendar(
  context: Context,
  input: SetCalendarInput,
): Promise<Result<{ changes: readonly StageChange[] }, SetCalendarRefusal>> {
  requirePermission(context.actor, permissions, "elections:set-calendar");
  return inTransaction(context, (within) => writeCalendar(within, input, false));
}

/** Changing dates that were promised: one person proposes, a commissioner approves. */
export const changeDates: ApprovableAct = {
  kind: "calendars:change-dates",
  mayPropose: ["administrator", "staff", "commission"],
  mayApprove: ["commission"],
  async describe(context, { subjectId, payload }) {
    const changes = changesOfStages(await findStages(context, subjectId), stagesFromJson(payload));
    return changes.map(({ field, before, after }): { field: string; before: Json; after: Json } => ({
      field,
      before,
      after,
    }));
  },
  carryOut(within, { subjectId, payload }) {
    return writeCalendar(within, { electionId: subjectId, stages: stagesFromJson(payload) }, true);
  },
};

async function writeCalendar(
  within: ContextWithin,
  { electionId, ...input }: SetCalendarInput,
  isApproved: boolean,
): Promise<Result<{ changes: readonly StageChange[] }, SetCalendarRefusal>> {
  const now = within.clock.now();
  const election = await lockElection(within, electionId);
  const hasCandidates = election.contests.some(({ kind }) => kind === "candidates");
  const written = await setStages(within, { ...input, processId: electionId, now, isApproved, hasCandidates });
  if (!written.ok) return written;
  const { opensAt, closesAt, rollDate } = timesOf(input.stages, election);
  const isMoved =
    opensAt.getTime() !== election.opensAt.getTime() || closesAt.getTime() !== election.closesAt.getTime();
  // Why: moving the end of a vote to and fro is how partial results were once opened; a close cannot be undone.
  if (isMoved && election.closedAt !== null) return refuse("VOTING_ALREADY_CLOSED");
  if (isMoved && election.sealedAt !== null && !isApproved) return refuse("SEALED_DATES_NEED_TWO");
  await within.database.election.update({ where: { id: electionId }, data: { opensAt, closesAt, rollDate } });
  return ok(written.value);
}

/** What the calendar says of the voting, and of the roll as long as it is not frozen. */
function timesOf(stages: readonly Stage[], election: LockedElection) {
  const voting = stages.find(({ kind }) => kind === "voting");
  const freezing = stages.find(({ kind }) => kind === "roll-freeze");
  return {
    opensAt: voting?.opensAt ?? election.opensAt,
    closesAt: voting?.closesAt ?? election.closesAt,
    rollDate: election.rollFrozenAt === null && freezing !== undefined ? utcDay(freezing.opensAt) : election.rollDate,
  };
}
