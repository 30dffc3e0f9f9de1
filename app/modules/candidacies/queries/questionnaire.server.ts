// The questionnaires of the bodies over time, what candidates of a contest are asked, and one candidate's newest answers.
import { z } from "zod";
import { utcDay } from "#app/lib/instants/index.ts";
import { findCalendar } from "#app/modules/calendars/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { defaultQuestionnaire } from "../domain/default-questionnaire.ts";
import type { Answers, QuestionnaireDocument } from "../domain/questionnaire.ts";
import { keptAnswers, questionnaireDocument } from "../domain/questionnaire.ts";

export interface QuestionnaireVersion {
  readonly id: string;
  /** "" for the built-in one, which holds for every body. */
  readonly bodyKey: string;
  readonly effectiveFrom: string;
  readonly isAssumed: boolean;
  readonly source: string;
  readonly document: QuestionnaireDocument;
}

export const builtInQuestionnaire: QuestionnaireVersion = {
  id: "built-in",
  bodyKey: "",
  effectiveFrom: "2000-01-01",
  isAssumed: true,
  source: "",
  document: defaultQuestionnaire,
};

const keptVersion = z.object({
  id: z.string(),
  bodyKey: z.string(),
  effectiveFrom: z.string(),
  isAssumed: z.boolean(),
  source: z.string(),
  document: questionnaireDocument,
});

/** All versions that were written, the newest first. */
export async function listQuestionnaires(context: ReadingContext): Promise<QuestionnaireVersion[]> {
  const rows = await context.database.questionnaireTemplate.findMany({ orderBy: { effectiveFrom: "desc" } });
  return rows.map((row) => keptVersion.parse(row));
}

/** One version, the built-in one too. */
export async function findQuestionnaire(
  context: ReadingContext,
  id: string,
): Promise<QuestionnaireVersion | undefined> {
  if (id === builtInQuestionnaire.id) return builtInQuestionnaire;
  const row = await context.database.questionnaireTemplate.findUnique({ where: { id } });
  return row === null ? undefined : keptVersion.parse(row);
}

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
  return row === null ? builtInQuestionnaire : keptVersion.parse(row);
}

/**
 * What all candidates of a contest are asked: the version of the day on which the call was published with its calendar; of the first
 * nomination where that came before, or where the call has no calendar.
 *
 * Why not today's: a version written during a call must not ask some candidates something else than others, or than was announced.
 */
export async function questionnaireOf(
  context: ReadingContext,
  { id, electionId, bodyKey }: { readonly id: string; readonly electionId: string; readonly bodyKey: string },
): Promise<QuestionnaireVersion> {
  const { _min } = await context.database.candidacy.aggregate({
    where: { contestId: id },
    _min: { nominatedAt: true },
  });
  const published = (await findCalendar(context, electionId))?.publishedAt ?? null;
  const begun = [_min.nominatedAt, published].filter((moment) => moment !== null);
  const first = begun.length === 0 ? context.clock.now() : new Date(Math.min(...begun.map(Number)));
  return questionnaireOn(context, bodyKey, utcDay(first));
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
  return { version: row.version, savedAt: row.savedAt, answers: keptAnswers.parse(row.answers) };
}
