// Whether the box of an election that binds may be sealed as far as its dress rehearsal goes. Source: CM/Rec(2017)5 no. 42; requirements CM 42.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { LockedElection } from "../../commands/lock-election.server.ts";
import { rehearsalHoldsDays } from "../domain/rehearsal-holds.ts";
import { listPreparationDecisions } from "./preparation-decisions.server.ts";
import { rehearsalGroundNow } from "./rehearsal-ground.server.ts";

const day = 24 * 60 * 60_000;

/** A report that two signed, lately, on the same ground; or the decision of two people to do without, on this ground and no other. */
export async function requireRehearsal(
  within: ContextWithin,
  { id, isTest, trustees }: Pick<LockedElection, "id" | "isTest" | "trustees">,
): Promise<Result<undefined, Refusal<"REHEARSAL_MISSING">>> {
  if (isTest) return ok(undefined);
  const ground = rehearsalGroundNow(within, trustees);
  const since = within.clock.now().getTime() - rehearsalHoldsDays * day;
  const holds = (await listPreparationDecisions(within, id)).some(
    (decision) =>
      (decision.kind === "rehearsal-waived" && decision.subject.ground === ground) ||
      (decision.kind === "rehearsed" && decision.subject.ground === ground && Date.parse(decision.decidedAt) >= since),
  );
  return holds ? ok(undefined) : refuse("REHEARSAL_MISSING", { days: rehearsalHoldsDays });
}
