// Writes a new version of the questionnaire of a body, from a day in the future. Running calls keep what they began with.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { questionnaireDocument } from "../domain/questionnaire.ts";
import { permissions } from "../module.ts";
import { questionnaireOn } from "../queries/questionnaire.server.ts";

export const questionnaireInput = z.object({
  bodyKey: z.string().min(1).max(60),
  effectiveFrom: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "problems.dayMalformed"),
  isAssumed: z.boolean(),
  source: z.string().trim().min(1).max(1_000),
  document: questionnaireDocument,
});

export async function setQuestionnaire(
  context: Context,
  input: z.input<typeof questionnaireInput>,
): Promise<
  Result<{ readonly questionnaireId: string }, Refusal<"QUESTIONNAIRE_NOT_IN_THE_FUTURE" | "QUESTIONNAIRE_DAY_TAKEN">>
> {
  requirePermission(context.actor, permissions, "candidacies:set-questionnaire");
  const { bodyKey, effectiveFrom, isAssumed, source, document } = questionnaireInput.parse(input);
  const today = context.clock.now().toISOString().slice(0, 10);
  if (effectiveFrom <= today) return refuse("QUESTIONNAIRE_NOT_IN_THE_FUTURE", { effectiveFrom, today });
  const questionnaireId = randomIdentifier(context.random);
  return inTransaction(context, async (within) => {
    const before = await questionnaireOn(within, bodyKey, effectiveFrom);
    await recordAudit(within, {
      action: "candidacies:questionnaire-set",
      subjectType: "questionnaire",
      subjectId: questionnaireId,
      changes: [{ field: "document", before: before.document, after: document }],
      details: { bodyKey, effectiveFrom, isAssumed, source },
    });
    const taken = await within.database.questionnaireTemplate.count({ where: { bodyKey, effectiveFrom } });
    if (taken > 0) return refuse("QUESTIONNAIRE_DAY_TAKEN", { effectiveFrom });
    await within.database.questionnaireTemplate.create({
      data: {
        id: questionnaireId,
        bodyKey,
        effectiveFrom,
        isAssumed,
        source,
        document,
        createdAt: within.clock.now(),
        createdBy: within.actor.kind === "person" ? within.actor.userId : within.actor.kind,
      },
    });
    return ok({ questionnaireId });
  });
}
