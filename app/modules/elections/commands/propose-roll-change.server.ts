// Proposes a change of a frozen roll, after looking whether it could be done at all: a commissioner decides it.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import type { ProposeActRefusal } from "#app/modules/approvals/index.server.ts";
import { proposeActWithin } from "#app/modules/approvals/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import type { RollChangeRefusal, RollChangeWish } from "../domain/roll-change.ts";
import { mayChangeRoll } from "../domain/roll-change.ts";
import { permissions } from "../module.ts";
import { changeRollAct } from "./change-roll.server.ts";
import { planRollChange } from "./plan-roll-change.server.ts";

export interface ProposeRollChangeInput {
  readonly electionId: string;
  readonly wish: RollChangeWish;
  readonly reason: string;
}

type ProposeRollChangeRefusal = RollChangeRefusal | ProposeActRefusal | Refusal;

export function proposeRollChange(
  context: Context,
  { electionId, wish, reason }: ProposeRollChangeInput,
): Promise<Result<{ proposalId: string }, ProposeRollChangeRefusal>> {
  requirePermission(context.actor, permissions, "elections:propose-roll-change");
  return inTransaction<Result<{ proposalId: string }, ProposeRollChangeRefusal>>(context, async (within) => {
    const election = await within.database.election.findUniqueOrThrow({ where: { id: electionId } });
    const allowed = mayChangeRoll(election);
    if (!allowed.ok) return allowed;
    const planned = await planRollChange(within, election, wish);
    if (!planned.ok) return planned;
    return proposeActWithin(within, changeRollAct, {
      subjectType: "election",
      subjectId: electionId,
      subjectTitle: election.title as Trilingual,
      payload: { ...wish, handle: planned.value.entry.organizationHandle },
      reason,
    });
  });
}
