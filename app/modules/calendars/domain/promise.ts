// Whether a calendar can still be promised now: nobody keeps dates that were over before they were told, and nobody votes unawares.
// Source: bylaws (thirty days between the call and the vote); CM/Rec(2017)5 no. 32 (the public is told early).
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Stage } from "./stages.ts";
import { inOrder, leastNoticeDays, stageWord } from "./stages.ts";

export type NoticeRefusal = Refusal<"ANNOUNCED_TOO_LATE">;
export type PromiseRefusal = NoticeRefusal | Refusal<"CALENDAR_BEGINS_IN_THE_PAST">;

const day = 24 * 60 * 60 * 1000;

/** The call itself may have gone out already; every other stage lies ahead, and voting at least thirty days. */
export function decidePromise(stages: readonly Stage[], now: Date): Result<undefined, PromiseRefusal> {
  const past = inOrder(stages).find(({ kind, opensAt }) => kind !== "call" && opensAt <= now);
  if (past !== undefined)
    return refuse("CALENDAR_BEGINS_IN_THE_PAST", { stage: stageWord(past.kind), at: past.opensAt.toISOString() });
  const voting = stages.find(({ kind }) => kind === "voting");
  return voting === undefined ? ok(undefined) : decideNotice(now, voting.opensAt);
}

/** The one rule of the thirty days, for who promises a calendar and for who seals the box. */
export function decideNotice(announcedAt: Date, votingOpensAt: Date): Result<undefined, NoticeRefusal> {
  const days = (votingOpensAt.getTime() - announcedAt.getTime()) / day;
  if (days >= leastNoticeDays) return ok(undefined);
  return refuse("ANNOUNCED_TOO_LATE", { days: Math.floor(days * 10) / 10, limitDays: leastNoticeDays });
}
