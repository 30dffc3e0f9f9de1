// When an election without a calendar takes claims: the roll and the candidates until the box is sealed, the result for some days.
import type { ElectionPhase } from "#app/modules/elections/index.ts";
import type { ClaimKind } from "./claim-kinds.ts";

/** Source: calendars of 2021 and 2025 gave two days; an election without a calendar gives a week, which nobody can call too short. */
const daysForResultClaims = 7;
const day = 86_400_000;

export interface WindowFacts {
  readonly phase: ElectionPhase;
  readonly resultAt: string | null;
  readonly now: Date;
}

/** "early", "open" or "over". */
export function phaseAllows(kind: ClaimKind, { phase, resultAt, now }: WindowFacts): "early" | "open" | "over" {
  if (kind === "result") {
    if (resultAt === null) return "early";
    return now.getTime() < Date.parse(resultAt) + daysForResultClaims * day ? "open" : "over";
  }
  if (phase === "draft") return "early";
  return phase === "preparing" ? "open" : "over";
}
