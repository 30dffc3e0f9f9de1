// Writes a new version of a body's rules with a day from which it holds, or takes back one whose day has not come.
// A version in force is never touched, and neither is an election that was created under it: it keeps its own copy.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { utcDay } from "#app/lib/instants/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { isDay } from "../domain/day.ts";
import { bodyRulesDocument, rulesDifferences } from "../domain/rules.ts";
import { permissions } from "../module.ts";
import { findBody, findBodyRules } from "../queries/bodies.server.ts";

export const bodyRulesVersionInput = z.object({
  effectiveFrom: z.string().refine(isDay, "problems.dayMalformed"),
  isAssumed: z.boolean(),
  source: z.string().trim().min(1, "problems.sourceMissing").max(1_000, "problems.tooLong"),
  document: bodyRulesDocument,
});
export type BodyRulesVersionInput = z.input<typeof bodyRulesVersionInput>;

export type ChangeBodyRulesRefusal = Refusal<"BODY_UNKNOWN" | "RULES_NOT_IN_THE_FUTURE" | "RULES_DAY_TAKEN">;

/** Adds the version alone; people propose it (keep-by-two.server.ts). */
export async function addBodyRules(
  context: Context,
  bodyKey: string,
  input: BodyRulesVersionInput,
): Promise<Result<{ rulesId: string }, ChangeBodyRulesRefusal>> {
  requirePermission(context.actor, permissions, "bodies:write-alone");
  const rules = bodyRulesVersionInput.parse(input);
  return inTransaction(context, (within) => writeRules(within, bodyKey, rules));
}

type Rules = z.output<typeof bodyRulesVersionInput>;

/** Whether the version could be added. Its day must be after today: nobody's seat changes behind them. */
export async function judgeRules(
  within: ContextWithin,
  bodyKey: string,
  { effectiveFrom }: Rules,
): Promise<Result<undefined, ChangeBodyRulesRefusal>> {
  const today = utcDay(within.clock.now());
  if (effectiveFrom <= today) return refuse("RULES_NOT_IN_THE_FUTURE", { effectiveFrom, today });
  if ((await findBody(within, bodyKey)) === undefined) return refuse("BODY_UNKNOWN", { bodyKey });
  const taken = await within.database.bodyRules.count({ where: { bodyKey, effectiveFrom } });
  return taken > 0 ? refuse("RULES_DAY_TAKEN", { effectiveFrom }) : ok(undefined);
}

/** Writes the version for whoever has asked for permission. */
export async function writeRules(
  within: ContextWithin,
  bodyKey: string,
  rules: Rules,
): Promise<Result<{ rulesId: string }, ChangeBodyRulesRefusal>> {
  const { effectiveFrom, isAssumed, source, document } = rules;
  const rulesId = randomIdentifier(within.random);
  const before = await findBodyRules(within, bodyKey, effectiveFrom);
  await recordAudit(within, {
    action: "bodies:rules-added",
    subjectType: "body",
    subjectId: bodyKey,
    changes: rulesDifferences(before?.document, document),
    details: { rulesId, effectiveFrom, isAssumed, source },
  });
  const judged = await judgeRules(within, bodyKey, rules);
  if (!judged.ok) return judged;
  const author = within.actor.kind === "person" ? within.actor.userId : within.actor.kind;
  const written = { bodyKey, effectiveFrom, isAssumed, source, document };
  await within.database.bodyRules.create({
    data: { ...written, id: rulesId, createdAt: within.clock.now(), createdBy: author },
  });
  return ok({ rulesId });
}

export type WithdrawRulesRefusal = Refusal<"RULES_UNKNOWN" | "RULES_IN_FORCE">;

/** Whether a version can be taken back: its day has not come. */
export async function judgeWithdrawal(
  within: ContextWithin,
  { rulesId }: { readonly rulesId: string },
): Promise<Result<{ effectiveFrom: string; bodyKey: string }, WithdrawRulesRefusal>> {
  const version = await within.database.bodyRules.findUnique({ where: { id: rulesId } });
  if (version === null) return refuse("RULES_UNKNOWN");
  const { effectiveFrom, bodyKey } = version;
  if (effectiveFrom <= utcDay(within.clock.now())) return refuse("RULES_IN_FORCE", { effectiveFrom });
  return ok({ effectiveFrom, bodyKey });
}

/** Takes the version back for whoever has asked for permission. */
export async function removeRules(
  within: ContextWithin,
  { rulesId }: { readonly rulesId: string },
): Promise<Result<{ effectiveFrom: string }, WithdrawRulesRefusal>> {
  const judged = await judgeWithdrawal(within, { rulesId });
  if (!judged.ok) return judged;
  const { effectiveFrom, bodyKey } = judged.value;
  await recordAudit(within, {
    action: "bodies:rules-withdrawn",
    subjectType: "body",
    subjectId: bodyKey,
    details: { rulesId, effectiveFrom },
  });
  await within.database.bodyRules.delete({ where: { id: rulesId } });
  return ok({ effectiveFrom });
}
