// Writes a new version of the rules with a day from which it holds, or takes back one whose day has not come.
// A version in force is never touched: what was decided under it must be explainable for ever.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { isDay } from "../domain/day.ts";
import { differencesBetween } from "../domain/rule-differences.ts";
import type { RulesDocument } from "../domain/rules.ts";
import { rulesDocument } from "../domain/rules.ts";
import { permissions } from "../module.ts";
import { rulesOn } from "../queries/rules.server.ts";

export const rulesVersionInput = z.object({
  effectiveFrom: z.string().refine(isDay, "problems.dayMalformed"),
  isAssumed: z.boolean(),
  source: z.string().trim().min(1, "problems.sourceMissing").max(1_000, "problems.tooLong"),
  document: rulesDocument,
});
export type RulesVersionInput = Omit<z.input<typeof rulesVersionInput>, "document"> & {
  readonly document: RulesDocument;
};

export type ChangeRulesRefusal = Refusal<"RULES_NOT_IN_THE_FUTURE" | "RULES_DAY_TAKEN">;

/** Adds the version alone; people propose it (change-rules-by-two.server.ts). */
export async function addRulesVersion(
  context: Context,
  input: RulesVersionInput,
): Promise<Result<{ rulesId: string }, ChangeRulesRefusal>> {
  requirePermission(context.actor, permissions, "membership:write-rules-alone");
  const version = rulesVersionInput.parse(input);
  return inTransaction(context, (within) => writeVersion(within, version));
}

type Version = z.output<typeof rulesVersionInput>;

/** Whether the version could be added. Its day must be after today: nobody's votes change behind them. */
export async function judgeVersion(
  within: ContextWithin,
  { effectiveFrom }: Version,
): Promise<Result<undefined, ChangeRulesRefusal>> {
  const today = within.clock.now().toISOString().slice(0, 10);
  if (effectiveFrom <= today) return refuse("RULES_NOT_IN_THE_FUTURE", { effectiveFrom, today });
  const taken = await within.database.membershipRules.count({ where: { effectiveFrom } });
  return taken > 0 ? refuse("RULES_DAY_TAKEN", { effectiveFrom }) : ok(undefined);
}

/** Writes the version for whoever has asked for permission. */
export async function writeVersion(
  within: ContextWithin,
  version: Version,
): Promise<Result<{ rulesId: string }, ChangeRulesRefusal>> {
  const { effectiveFrom, isAssumed, source, document } = version;
  const rulesId = randomIdentifier(within.random);
  const before = await rulesOn(within, effectiveFrom);
  await recordAudit(within, {
    action: "membership:rules-added",
    subjectType: "membership-rules",
    subjectId: rulesId,
    changes: differencesBetween(before.document, document),
    details: { effectiveFrom, isAssumed, source },
  });
  const judged = await judgeVersion(within, version);
  if (!judged.ok) return judged;
  const createdBy = within.actor.kind === "person" ? within.actor.userId : within.actor.kind;
  await within.database.membershipRules.create({
    data: { id: rulesId, effectiveFrom, isAssumed, source, document, createdAt: within.clock.now(), createdBy },
  });
  return ok({ rulesId });
}

export type WithdrawVersionRefusal = Refusal<"RULES_UNKNOWN" | "RULES_IN_FORCE">;

/** Whether a version can be taken back: its day has not come. */
export async function judgeWithdrawal(
  within: ContextWithin,
  { rulesId }: { readonly rulesId: string },
): Promise<Result<{ effectiveFrom: string }, WithdrawVersionRefusal>> {
  const version = await within.database.membershipRules.findUnique({ where: { id: rulesId } });
  if (version === null) return refuse("RULES_UNKNOWN");
  const { effectiveFrom } = version;
  const isInForce = effectiveFrom <= within.clock.now().toISOString().slice(0, 10);
  return isInForce ? refuse("RULES_IN_FORCE", { effectiveFrom }) : ok({ effectiveFrom });
}

/** Takes the version back for whoever has asked for permission. */
export async function removeVersion(
  within: ContextWithin,
  { rulesId }: { readonly rulesId: string },
): Promise<Result<{ effectiveFrom: string }, WithdrawVersionRefusal>> {
  const judged = await judgeWithdrawal(within, { rulesId });
  if (!judged.ok) return judged;
  await recordAudit(within, {
    action: "membership:rules-withdrawn",
    subjectType: "membership-rules",
    subjectId: rulesId,
    details: { ...judged.value },
  });
  await within.database.membershipRules.delete({ where: { id: rulesId } });
  return judged;
}
