// The questionnaire that candidates of a contest are asked, and one candidate's newest answers.
import type { ReadingContext } from "#app/platform/context.server.ts";
import { defaultQuestionnaire } from "../domain/default-questionnaire.ts";
import type { Answers, QuestionnaireDocument } from "../domain/questionnaire.ts";

export interface QuestionnaireVersion {
  readonly effectiveFrom: string;
  readonly isAssumed: boolean;
  readonly source: string;
  readonly document: QuestionnaireDocument;
}

const builtIn: QuestionnaireVersion = {
  effectiveFrom: "2000-01-01",
  isAssumed: true,
  source: "",
  document: defaultQuestionnaire,
};

/** The version for a body on a day; the built-in one where nobody wrote any. */
export async function questionnaireOn(
  context: ReadingContext,
  bodyKey: string,
  date: string,
): Promise<QuestionnaireVersion> {
  const row = await context.database.questionnaireTemplate.findFirst({
    where: { bodyKey, effectiveFrom: { lte: date } },
    orderBy: { effectiveFrom: "desc" },
  });
  if (row === null) return builtIn;
  const { effectiveFrom, isAssumed, source, document } = row;
  return { effectiveFrom, isAssumed, source, document: document as unknown as QuestionnaireDocument };
}

/**
 * What all candidates of a contest are asked: the version of the day of its first nomination.
 *
 * Why not today's: a version written during a call must not ask some candidates something else than others.
 */
export async function questionnaireOf(
  context: ReadingContext,
  { contestId, bodyKey }: { readonly contestId: string; readonly bodyKey: string },
): Promise<QuestionnaireVersion> {
  const { _min } = await context.database.candidacy.aggregate({ where: { contestId }, _min: { nominatedAt: true } });
  const day = (_min.nominatedAt ?? context.clock.now()).toISOString().slice(0, 10);
  return questionnaireOn(context, bodyKey, day);
}

export interface SavedAnswers {
  /** 0: nothing was saved. */
  readonly version: number;
  readonly savedAt: Date | null;
  readonly answers: Answers;
}

export async function answersOf(context: ReadingContext, candidacyId: string): Promise<SavedAnswers> {
  const row = await context.database.questionnaireAnswers.findFirst({
    where: { candidacyId },
    orderBy: { version: "desc" },
  });
  if (row === null) return { version: 0, savedAt: null, answers: {} };
  return { version: row.version, savedAt: row.savedAt, answers: row.answers as Answers };
}
