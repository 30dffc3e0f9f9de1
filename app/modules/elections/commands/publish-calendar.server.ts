// Promises the calendar to everybody: one of the staff proposes the dates as they are saved, a commissioner approves those same dates.
// Source: CM/Rec(2017)5 no. 32 (the public is told early) and no. 41 (sensitive acts in teams of two).
import { z } from "zod";
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { Result } from "#app/lib/result/index.ts";
import type { ApprovableAct, ProposeActRefusal } from "#app/modules/approvals/index.server.ts";
import { proposeActWithin } from "#app/modules/approvals/index.server.ts";
import type { PublishStagesRefusal } from "#app/modules/calendars/index.server.ts";
import { findStages, judgePublication, publishStages } from "#app/modules/calendars/index.server.ts";
import { changesOfStages } from "#app/modules/calendars/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";
import { lockElection } from "./lock-election.server.ts";

/** Which state of the calendar is meant: other dates are another proposal, and the one before them is outdated. */
const publication = z.object({ sequence: z.int() });

/** Whether what waits was proposed for the dates as they are saved now. */
export function isOfSavedDates(payload: Json, { sequence }: { readonly sequence: number }): boolean {
  return publication.parse(payload).sequence === sequence;
}

export const publishCalendarAct: ApprovableAct = {
  kind: "calendars:publish",
  mayPropose: permissions["elections:publish-calendar"],
  mayApprove: ["commission"],
  async describe(context, { subjectId }) {
    const changes = changesOfStages([], await findStages(context, subjectId));
    return changes.map(({ field, before, after }) => ({ field, before, after }));
  },
  async carryOut(within, { subjectId }) {
    const { isTest } = await lockElection(within, subjectId);
    return publishStages(within, { processId: subjectId, now: within.clock.now(), isBinding: !isTest });
  },
};

export interface CalendarToPublish {
  readonly electionId: string;
  readonly reason: string;
}

/** Proposes; nobody sees the calendar yet. What could not be published now is not proposed. */
export function proposeCalendarPublication(
  context: Context,
  { electionId, reason }: CalendarToPublish,
): Promise<Result<{ proposalId: string }, PublishStagesRefusal | ProposeActRefusal>> {
  requirePermission(context.actor, permissions, "elections:publish-calendar");
  return inTransaction<Result<{ proposalId: string }, PublishStagesRefusal | ProposeActRefusal>>(
    context,
    async (within) => {
      const { isTest, title } = await lockElection(within, electionId);
      const wish = { processId: electionId, now: within.clock.now(), isBinding: !isTest };
      const judged = await judgePublication(within, wish);
      if (!judged.ok) return judged;
      return proposeActWithin(within, publishCalendarAct, {
        ...{ subjectType: "election", subjectId: electionId, subjectTitle: title as Trilingual, reason },
        payload: { sequence: judged.value.sequence },
      });
    },
  );
}
