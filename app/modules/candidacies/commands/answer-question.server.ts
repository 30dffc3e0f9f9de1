// A candidate answers a released question. The same length for all, and a changed answer replaces the former until the vote opens.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { fileLimits, lengthOf } from "../domain/file-limits.ts";
import type { StageRefusal } from "../queries/stages.server.ts";
import { requireAnswering } from "../queries/stages.server.ts";
import { textUpTo } from "./nominate-candidate.input.ts";
import { ownCandidacy } from "./open-file.server.ts";

export const publicAnswerInput = z.object({
  candidacyId: z.string(),
  questionId: z.string(),
  language: z.enum(["es", "en", "pt"]),
  text: textUpTo(fileLimits.publicAnswer).refine((text) => text !== "", "problems.answerMissing"),
});

export type AnswerQuestionRefusal = StageRefusal | Refusal<"CANDIDACY_UNKNOWN" | "CANDIDACY_OVER" | "QUESTION_UNKNOWN">;

export async function answerQuestion(
  context: PersonContext,
  { candidacyId, questionId, language, text }: z.output<typeof publicAnswerInput>,
): Promise<Result<undefined, AnswerQuestionRefusal>> {
  return inTransaction<Result<undefined, AnswerQuestionRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const own = await ownCandidacy(within, context.actor, candidacyId);
    if (!own.ok) return own;
    if (own.value.state !== "published") return refuse("CANDIDACY_OVER");
    const question = await within.database.candidateQuestion.findFirst({
      where: { id: questionId, contestId: own.value.contestId, state: "published" },
    });
    if (question === null) return refuse("QUESTION_UNKNOWN");
    const stage = await requireAnswering(within, own.value.electionId);
    if (!stage.ok) return stage;
    const key = { questionId_candidacyId: { questionId, candidacyId } };
    const before = await within.database.candidateAnswer.findUnique({ where: key });
    await recordAudit(within, {
      action: "candidacies:question-answered",
      subjectType: "candidate-question",
      subjectId: questionId,
      changes: [{ field: "answer", before: before === null ? null : lengthOf(before.text), after: lengthOf(text) }],
      details: { candidacyId },
    });
    const answer = { language, text, answeredAt: within.clock.now() };
    await within.database.candidateAnswer.upsert({
      where: key,
      create: { questionId, candidacyId, ...answer },
      update: answer,
    });
    return ok(undefined);
  });
}
