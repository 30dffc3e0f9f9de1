// What a candidate's file still lacks. The same list for the candidate's checklist and for the commission's review.
// Source: the calls since 2023: at the close the file has nomination, questionnaire, supports, biography, photograph and answers.
import type { Trilingual } from "#app/platform/language/languages.ts";
import { languages } from "#app/platform/language/languages.ts";
import type { Answers, QuestionnaireDocument } from "./questionnaire.ts";
import { questionsOf, unanswered } from "./questionnaire.ts";

export const completenessParts = [
  "acceptance",
  "person",
  "questionnaire",
  "biography",
  "translations",
  "photo",
  "endorsements",
] as const;
export type CompletenessPart = (typeof completenessParts)[number];

export interface CompletenessLine {
  readonly part: CompletenessPart;
  readonly done: number;
  readonly of: number;
  /** A part that is not required is recommended: its absence is marked on the public page. */
  readonly isRequired: boolean;
  /** Keys of questions, codes of languages. */
  readonly missing: readonly string[];
}

export interface FileFacts {
  readonly hasAccepted: boolean;
  readonly citizenships: readonly string[];
  readonly country: string;
  readonly employer: string;
  readonly questionnaire: QuestionnaireDocument;
  readonly answers: Answers;
  readonly biography: Trilingual;
  readonly hasPhoto: boolean;
  readonly endorsementsGiven: number;
  readonly endorsementsNeeded: number;
}

/** The checklist, in the order in which a candidate works through it. */
export function completenessOf(file: FileFacts): CompletenessLine[] {
  const open = unanswered(file.questionnaire, file.answers);
  const questions = questionsOf(file.questionnaire).length;
  const untold = [
    ...(file.citizenships.length === 0 ? ["citizenships"] : []),
    ...(file.country === "" ? ["country"] : []),
    ...(file.employer === "" ? ["employer"] : []),
  ];
  const unwritten = languages.filter((language) => file.biography[language].trim() === "");
  const given = Math.min(file.endorsementsGiven, file.endorsementsNeeded);
  const lines: CompletenessLine[] = [
    { part: "acceptance", done: Number(file.hasAccepted), of: 1, isRequired: true, missing: [] },
    { part: "person", done: 3 - untold.length, of: 3, isRequired: true, missing: untold },
    { part: "questionnaire", done: questions - open.length, of: questions, isRequired: true, missing: open },
    { part: "biography", done: Number(unwritten.length < languages.length), of: 1, isRequired: true, missing: [] },
    {
      part: "translations",
      done: languages.length - unwritten.length,
      of: languages.length,
      isRequired: false,
      missing: unwritten,
    },
    { part: "photo", done: Number(file.hasPhoto), of: 1, isRequired: true, missing: [] },
    { part: "endorsements", done: given, of: file.endorsementsNeeded, isRequired: true, missing: [] },
  ];
  return lines.filter((line) => line.of > 0);
}

/** Whether everything that is required is there. */
export function isComplete(lines: readonly CompletenessLine[]): boolean {
  return lines.every((line) => !line.isRequired || line.done >= line.of);
}
