// What one election allows: how long before the opening mandates come to rest, and whether, until when and up to which cap an
// organisation may let another person vote for it. Fixed once the roll is frozen.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { findMandateFacts, setCoolingOff } from "#app/modules/elections/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";
import { findDelegationRules } from "../queries/delegations.server.ts";

export interface MandateRules {
  readonly electionId: string;
  readonly coolingOffDays: number;
  /** Null: nobody but the organisation's own contact votes for it. */
  readonly delegation: { readonly capPerPerson: number; readonly endsAt: Date } | null;
}

export type SetMandateRulesRefusal = Refusal<
  | "ELECTION_UNKNOWN"
  | "MANDATE_RULES_FIXED"
  | "COOLING_OFF_OUT_OF_RANGE"
  | "CAP_OUT_OF_RANGE"
  | "DELEGATION_ENDS_TOO_LATE"
>;

const longestCoolingOff = 90;
const highestCap = 50;

export async function setMandateRules(
  context: Context,
  { electionId, coolingOffDays, delegation }: MandateRules,
): Promise<Result<void, SetMandateRulesRefusal>> {
  requirePermission(context.actor, permissions, "mandates:set-rules");
  const facts = await findMandateFacts(context, electionId);
  if (facts === undefined) return refuse("ELECTION_UNKNOWN");
  if (!isWithin(coolingOffDays, 0, longestCoolingOff))
    return refuse("COOLING_OFF_OUT_OF_RANGE", { most: longestCoolingOff });
  if (delegation !== null && !isWithin(delegation.capPerPerson, 1, highestCap)) {
    return refuse("CAP_OUT_OF_RANGE", { most: highestCap });
  }
  if (delegation !== null && delegation.endsAt >= facts.opensAt) return refuse("DELEGATION_ENDS_TOO_LATE");
  return inTransaction<Result<void, SetMandateRulesRefusal>>(context, async (within) => {
    const before = await findDelegationRules(within, electionId);
    await recordAudit(within, {
      action: "mandates:rules-set",
      subjectType: "election",
      subjectId: electionId,
      changes: [
        { field: "coolingOffDays", before: facts.coolingOffDays, after: coolingOffDays },
        { field: "delegationCap", before: before?.capPerPerson ?? null, after: delegation?.capPerPerson ?? null },
        {
          field: "delegationEndsAt",
          before: before?.endsAt.toISOString() ?? null,
          after: delegation?.endsAt.toISOString() ?? null,
        },
      ],
    });
    const set = await setCoolingOff(within, { electionId, days: coolingOffDays });
    if (!set.ok) return refuse("MANDATE_RULES_FIXED");
    await within.database.delegationRules.deleteMany({ where: { electionId } });
    if (delegation !== null) await within.database.delegationRules.create({ data: { electionId, ...delegation } });
    return ok(undefined);
  });
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}
