// Members' questions with the candidates' answers: as everybody reads them, and as the commission releases them.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";

export interface PublicAnswer {
  readonly candidacyId: string;
  readonly language: Language;
  readonly text: string;
  readonly answeredAt: Date;
}

export interface PublicQuestion {
  readonly id: string;
  readonly contestId: string;
  readonly organizationName: string;
  readonly language: Language;
  readonly text: string;
  /** Why passages are blacked out; null where none is. */
  readonly redactionReason: string | null;
  readonly askedAt: Date;
  readonly answers: readonly PublicAnswer[];
}

/** The released questions of an election, the oldest first. */
export async function listPublicQuestions(context: ReadingContext, electionId: string): Promise<PublicQuestion[]> {
  const rows = await context.database.candidateQuestion.findMany({
    where: { electionId, state: "published" },
    orderBy: { askedAt: "asc" },
    include: { answers: { select: { candidacyId: true, language: true, text: true, answeredAt: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    contestId: row.contestId,
    organizationName: row.organizationName,
    language: row.language as Language,
    text: row.publicText ?? "",
    redactionReason: row.moderationReason,
    askedAt: row.askedAt,
    answers: row.answers.map((answer) => ({ ...answer, language: answer.language as Language })),
  }));
}

export interface QuestionToModerate {
  readonly id: string;
  readonly contestId: string;
  readonly personName: string;
  readonly organizationName: string;
  readonly language: Language;
  readonly text: string;
  readonly askedAt: Date;
  readonly state: string;
  readonly publicText: string | null;
  readonly moderationReason: string | null;
  readonly moderatedBy: string | null;
}

/** All questions of an election for the commission; those that wait first. */
export async function listQuestionsToModerate(
  context: ReadingContext,
  electionId: string,
): Promise<QuestionToModerate[]> {
  const rows = await context.database.candidateQuestion.findMany({
    where: { electionId },
    orderBy: { askedAt: "asc" },
    omit: { electionId: true, accountId: true, organizationId: true, moderatedAt: true },
  });
  const questions = rows.map((row) => ({ ...row, language: row.language as Language }));
  return [
    ...questions.filter(({ state }) => state === "waiting"),
    ...questions.filter(({ state }) => state !== "waiting"),
  ];
}

/** What an account has asked in an election, with what became of it. */
export async function listOwnQuestions(
  context: ReadingContext,
  { electionId, accountId }: { readonly electionId: string; readonly accountId: string },
) {
  return context.database.candidateQuestion.findMany({
    where: { electionId, accountId },
    orderBy: { askedAt: "asc" },
    select: { id: true, text: true, askedAt: true, state: true, moderationReason: true },
  });
}
