// Writes a new version of a body's rules with a day from which it holds, or takes back one whose day has not come.
// A version in force is never touched, and neither is an election that was created under it: it keeps its own copy.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { utcDay } from "#app/lib/instants/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
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

/** Adds the version. Its day must be after today: nobody's seat changes behind them. */
export async function addBodyRules(
  context: Context,
  bodyKey: string,
  input: BodyRulesVersionInput,
): Promise<Result<{ rulesId: string }, ChangeBodyRulesRefusal>> {
  requirePermission(context.actor, permissions, "bodies:change-rules");
  const { effectiveFrom, isAssumed, source, document } = bodyRulesVersionInput.parse(input);
  const today = utcDay(context.clock.now());
  if (effectiveFrom <= today) return refuse("RULES_NOT_IN_THE_FUTURE", { effectiveFrom, today });
  const rulesId = randomIdentifier(context.random);
  return inTransaction<Result<{ rulesId: string }, ChangeBodyRulesRefusal>>(context, async (within) => {
    const before = await findBodyRules(within, bodyKey, effectiveFrom);
    await recordAudit(within, {
      action: "bodies:rules-added",
      subjectType: "body",
      subjectId: bodyKey,
      changes: before === undefined ? [] : rulesDifferences(before.document, document),
      details: { rulesId, effectiveFrom, isAssumed, source },
    });
    if ((await findBody(within, bodyKey)) === undefined) return refuse("BODY_UNKNOWN", { bodyKey });
    const taken = await within.database.bodyRules.count({ where: { bodyKey, effectiveFrom } });
    if (taken > 0) return refuse("RULES_DAY_TAKEN", { effectiveFrom });
    const author = within.actor.kind === "person" ? within.actor.userId : within.actor.kind;
    const written = { bodyKey, effectiveFrom, isAssumed, source, document };
    await within.database.bodyRules.create({
      data: { ...written, id: rulesId, createdAt: within.clock.now(), createdBy: author },
    });
    return ok({ rulesId });
  });
}

/** Takes back a version whose day has not come. */
export async function withdrawBodyRules(
  context: Context,
  { rulesId }: { readonly rulesId: string },
): Promise<Result<{ effectiveFrom: string }, Refusal<"RULES_UNKNOWN" | "RULES_IN_FORCE">>> {
  requirePermission(context.actor, permissions, "bodies:change-rules");
  return inTransaction(context, async (within) => {
    const version = await within.database.bodyRules.findUnique({ where: { id: rulesId } });
    if (version === null) return refuse("RULES_UNKNOWN");
    const { effectiveFrom, bodyKey } = version;
    if (effectiveFrom <= utcDay(within.clock.now())) return refuse("RULES_IN_FORCE", { effectiveFrom });
    await recordAudit(within, {
      action: "bodies:rules-withdrawn",
      subjectType: "body",
      subjectId: bodyKey,
      details: { rulesId, effectiveFrom },
    });
    await within.database.bodyRules.delete({ where: { id: rulesId } });
    return ok({ effectiveFrom });
  });
}
