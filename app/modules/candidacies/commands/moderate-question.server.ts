// The commission releases a member's question, with passages blacked out where it has a reason, or refuses it with the reason.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { rolesOfPersonIn } from "#app/modules/organizations/index.server.ts";
import { isProcessCancelled } from "#app/modules/calendars/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { fileLimits } from "../domain/file-limits.ts";
import { redact } from "../domain/redaction.ts";
import { permissions } from "../module.ts";
import { listCandidacies } from "../queries/candidacies.server.ts";
import { mailAsker, mailQuestion } from "./mail-candidates.server.ts";
import { textUpTo } from "./nominate-candidate.input.ts";
import { hasDeclaredConflictIn, isPartyToContest } from "./require-decider.server.ts";

export const moderationInput = z
  .object({
    questionId: z.string(),
    outcome: z.enum(["publish", "refuse"], "problems.choiceExpected"),
    /** Passages of the text, one a line. */
    passages: z
      .string()
      .default("")
      .transform((lines) => lines.split(/\r?\n/).filter((line) => line.trim() !== "")),
    reason: textUpTo(fileLimits.reasons).default(""),
  })
  .refine(({ outcome, passages, reason }) => reason !== "" || (outcome === "publish" && passages.length === 0), {
    path: ["reason"],
    message: "problems.reasonsMissing",
  });
export type ModerationInput = z.output<typeof moderationInput>;

export type ModerateRefusal = Refusal<
  "PROCESS_CANCELLED" | "QUESTION_UNKNOWN" | "QUESTION_MODERATED" | "PASSAGE_NOT_FOUND" | "TOO_NEAR_TO_CONTEST"
>;

export async function moderateQuestion(
  context: PersonContext,
  { questionId, outcome, passages, reason }: ModerationInput,
): Promise<Result<undefined, ModerateRefusal>> {
  requirePermission(context.actor, permissions, "candidacies:moderate-questions");
  return inTransaction<Result<undefined, ModerateRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const question = await within.database.candidateQuestion.findUnique({ where: { id: questionId } });
    if (question === null) return refuse("QUESTION_UNKNOWN");
    if (await isTooNear(within, context.actor.accountId, question)) return refuse("TOO_NEAR_TO_CONTEST");
    const isAgain = question.state === "published";
    // Why not what is public already: a passage is taken out whatever became of the election.
    if (!isAgain && (await isProcessCancelled(within, question.electionId))) return refuse("PROCESS_CANCELLED");
    if (!mayBeModerated(question.state, outcome, passages)) return refuse("QUESTION_MODERATED");
    // Why the public text: what was blacked out before stays so.
    const publicText = redact(question.publicText ?? question.text, passages);
    if (publicText === undefined) return refuse("PASSAGE_NOT_FOUND");
    const isPublished = outcome === "publish";
    await recordAudit(within, {
      action: "candidacies:question-moderated",
      subjectType: "candidate-question",
      subjectId: questionId,
      changes: [{ field: "state", before: question.state, after: isPublished ? "published" : "refused" }],
      details: { reason, redactedPassages: passages.length },
    });
    await within.database.candidateQuestion.update({
      where: { id: questionId },
      data: {
        state: isPublished ? "published" : "refused",
        publicText: isPublished ? publicText : null,
        moderationReason: reason === "" ? null : reason,
        moderatedBy: context.actor.name,
        moderatedAt: within.clock.now(),
      },
    });
    if (isAgain) return ok(undefined);
    const { electionId, accountId, contestId } = question;
    await mailAsker(within, { id: questionId, electionId, accountId, isPublished, reason });
    if (isPublished) {
      const standing = await listCandidacies(within, { contestId, isPublished: true });
      for (const candidacy of standing.filter(({ state }) => state === "published"))
        await mailQuestion(within, { questionId, candidacy, text: publicText });
    }
    return ok(undefined);
  });
}

/** Why again: a passage that was overlooked can still be blacked out; what was refused is not opened again. */
function mayBeModerated(state: string, outcome: string, passages: readonly string[]): boolean {
  return state === "waiting" || (state === "published" && outcome === "publish" && passages.length > 0);
}

/** The same as for deciding on a candidacy; and who asked, or acts for who asked, does not release the question. */
async function isTooNear(
  within: ContextWithin,
  accountId: string,
  question: {
    readonly electionId: string;
    readonly contestId: string;
    readonly accountId: string;
    readonly organizationId: string;
  },
): Promise<boolean> {
  if (question.accountId === accountId) return true;
  if ((await rolesOfPersonIn(within, accountId, question.organizationId)).length > 0) return true;
  if (await isPartyToContest(within, accountId, question)) return true;
  return hasDeclaredConflictIn(within, accountId, question);
}
