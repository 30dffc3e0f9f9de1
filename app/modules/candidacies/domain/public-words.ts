// The answers of the questionnaire that everybody reads.
import type { Trilingual } from "#app/platform/language/languages.ts";
import type { Answers, QuestionnaireDocument } from "./questionnaire.ts";
import { questionsOf } from "./questionnaire.ts";

export interface PublicWords {
  readonly key: string;
  readonly label: Trilingual;
  /** "" where the candidate wrote nothing: the question is shown all the same. */
  readonly text: string;
}

/** The same questions for every candidate, answered or not. */
export function publicWordsOf(document: QuestionnaireDocument, answers: Answers): PublicWords[] {
  return questionsOf(document)
    .filter(({ isPublic, kind }) => isPublic && kind === "words")
    .map(({ key, label }) => ({ key, label, text: answers[key]?.words ?? "" }));
}
