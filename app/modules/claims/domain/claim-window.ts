// When claims may be filed: the calendar's stage says it. An election without one takes claims about the roll and the candidates until the box
// is sealed, and about the result for some days.
import type { ElectionPhase } from "#app/modules/elections/index.ts";
import type { ClaimKind } from "./claim-kinds.ts";

/** Source: calendars of 2021 and 2025 gave two days; an election without a calendar gives a week, which nobody can call too short. */
const daysForResultClaims = 7;
const day = 86_400_000;

export interface WindowFacts {
  readonly phase: ElectionPhase;
  readonly resultAt: string | null;
  /** The stage in which claims of the kind are filed, where the election has a calendar. */
  readonly stage?: { readonly opensAt: Date; readonly closesAt: Date | null } | undefined;
  readonly now: Date;
}

/** Whether the time for filing has not come, is now, or is over. */
export function decideWindow(kind: ClaimKind, facts: WindowFacts): "early" | "open" | "over" {
  const { phase, resultAt, stage, now } = facts;
  if (phase === "cancelled") return "over";
  // Why before the calendar: nobody can object to what is not there, whatever day was promised for it.
  if (kind === "result" && resultAt === null) return "early";
  if (kind === "roll" && phase === "draft") return "early";
  if (stage !== undefined) {
    if (now < stage.opensAt) return "early";
    return stage.closesAt === null || now < stage.closesAt ? "open" : "over";
  }
  if (kind === "result")
    return now.getTime() < Date.parse(resultAt ?? "") + daysForResultClaims * day ? "open" : "over";
  if (phase === "draft") return "early";
  return phase === "preparing" ? "open" : "over";
}
