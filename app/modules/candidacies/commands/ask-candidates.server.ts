// A member asks all candidates of a contest the same question; the commission releases it before anybody reads it.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { fileLimits } from "../domain/file-limits.ts";
import { findCall } from "../queries/call.server.ts";
import type { StageRefusal } from "../queries/stages.server.ts";
import { requireCallStage } from "../queries/stages.server.ts";
import { textUpTo } from "./nominate-candidate.input.ts";

export const questionInput = z.object({
  contestId: z.string().min(1),
  organizationId: z.string().min(1),
  language: z.enum(["es", "en", "pt"]),
  text: textUpTo(fileLimits.question).refine((text) => text.length >= 10, "problems.questionTooShort"),
});
export type QuestionInput = z.output<typeof questionInput>;

/** One organisation asks at most so many questions in one contest: everybody gets a turn. */
export const questionsPerOrganization = 3;

export type AskRefusal =
  | StageRefusal
  | Refusal<"CONTEST_UNKNOWN" | "LIST_NOT_PUBLISHED" | "NOT_MEMBERSHIP_CONTACT" | "QUESTION_LIMIT_REACHED">;

export async function askCandidates(
  context: PersonContext,
  { electionId, contestId, organizationId, language, text }: QuestionInput & { readonly electionId: string },
): Promise<Result<{ readonly questionId: string }, AskRefusal>> {
  return inTransaction<Result<{ readonly questionId: string }, AskRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const call = await findCall(within, electionId);
    if (!call?.contests.some(({ id }) => id === contestId)) return refuse("CONTEST_UNKNOWN");
    if (!call.isPublished) return refuse("LIST_NOT_PUBLISHED");
    const stage = await requireCallStage(within, electionId, "questions");
    if (!stage.ok) return stage;
    const acted = await listOrganizationsOfContact(within, context.actor.accountId, "membership");
    const organization = acted.find((each) => each.organization.id === organizationId)?.organization;
    if (organization === undefined) return refuse("NOT_MEMBERSHIP_CONTACT");
    const asked = await within.database.candidateQuestion.count({ where: { contestId, organizationId } });
    if (asked >= questionsPerOrganization)
      return refuse("QUESTION_LIMIT_REACHED", { allowed: questionsPerOrganization, organization: organization.name });
    const questionId = randomIdentifier(within.random);
    await recordAudit(within, {
      action: "candidacies:question-asked",
      subjectType: "candidate-question",
      subjectId: questionId,
      details: { electionId, contestId, organizationId },
    });
    await within.database.candidateQuestion.create({
      data: {
        id: questionId,
        electionId,
        contestId,
        accountId: context.actor.accountId,
        personName: context.actor.name,
        organizationId,
        organizationName: organization.name,
        language,
        text,
        askedAt: within.clock.now(),
      },
    });
    return ok({ questionId });
  });
}
