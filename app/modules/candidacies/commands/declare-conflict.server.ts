// A commissioner says, before looking at a candidacy, whether there is a conflict of interest. Whoever has one does not decide.
// Source: Conflicts of Interest Regulations for Election Processes, DIR-REG-002.01 (2024).
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { fileLimits } from "../domain/file-limits.ts";
import { permissions } from "../module.ts";
import { ownDeclaration } from "../queries/review.server.ts";
import { textUpTo } from "./nominate-candidate.input.ts";

export const conflictInput = z
  .object({
    candidacyId: z.string(),
    hasConflict: z.enum(["yes", "no"], "problems.choiceExpected").transform((choice) => choice === "yes"),
    explanation: textUpTo(fileLimits.reasons).default(""),
  })
  .refine(({ hasConflict, explanation }) => !hasConflict || explanation !== "", {
    path: ["explanation"],
    message: "problems.explanationMissing",
  });

/** A declaration can be made anew; a "no" after a "yes" cannot, so that nobody decides by changing the answer. */
export async function declareConflict(
  context: PersonContext,
  { candidacyId, hasConflict, explanation }: z.output<typeof conflictInput>,
): Promise<Result<undefined, Refusal<"CANDIDACY_UNKNOWN" | "CONFLICT_STANDS">>> {
  requirePermission(context.actor, permissions, "candidacies:decide");
  return inTransaction<Result<undefined, Refusal<"CANDIDACY_UNKNOWN" | "CONFLICT_STANDS">>>(context, async (within) => {
    await takeWritersLock(within);
    const candidacy = await within.database.candidacy.findUnique({ where: { id: candidacyId } });
    if (candidacy === null) return refuse("CANDIDACY_UNKNOWN");
    const before = await ownDeclaration(within, candidacyId, context.actor.accountId);
    if (before?.hasConflict === true && !hasConflict) return refuse("CONFLICT_STANDS");
    await recordAudit(within, {
      action: "candidacies:conflict-declared",
      subjectType: "candidacy",
      subjectId: candidacyId,
      changes: [{ field: "conflict", before: before?.hasConflict ?? null, after: hasConflict }],
      details: { explanation },
    });
    await within.database.candidacyConflict.create({
      data: {
        id: randomIdentifier(within.random),
        candidacyId,
        accountId: context.actor.accountId,
        name: context.actor.name,
        hasConflict,
        explanation,
        declaredAt: within.clock.now(),
      },
    });
    return ok(undefined);
  });
}
