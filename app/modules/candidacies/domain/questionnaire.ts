// What candidates are asked, as data: sections of questions, each answered by yes, no or words.
// Source: "Regulations on Candidate Competencies and Suitability" v2 (2024): incompatibilities, capacities, suitability.
import { z } from "zod";
import { fileLimits, lengthOf } from "./file-limits.ts";

export const sectionKeys = ["incompatibilities", "capacities", "suitability"] as const;
export const questionKinds = ["yes-no", "words"] as const;
/** Less room than this is no room for an answer. */
export const fewestCharacters = 50;
export const mostQuestionsOfSection = 20;
export const longestQuestion = 500;

const text = z.string().trim().min(1).max(longestQuestion);
const trilingual = z.object({ es: text, en: text, pt: text });

const questionDocument = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  kind: z.enum(questionKinds),
  label: trilingual,
  /** Whether the file is incomplete without an answer. */
  isRequired: z.boolean().default(true),
  /** Room for words, in characters; the same for every candidate. */
  most: z
    .number()
    .int()
    .min(fewestCharacters)
    .max(fileLimits.questionnaireAnswer)
    .default(fileLimits.questionnaireAnswer),
  /** The answer that must be explained: a "yes" to an incompatibility, a "no" to a capacity. */
  explainWhen: z.enum(["yes", "no"]).nullable().default(null),
  /** Shown to everybody beside the biography; otherwise only the commission reads it. */
  isPublic: z.boolean().default(false),
});

export const questionnaireDocument = z
  .object({
    sections: z
      .array(
        z.object({
          key: z.enum(sectionKeys),
          questions: z.array(questionDocument).min(1).max(mostQuestionsOfSection),
        }),
      )
      .min(1)
      .max(6),
  })
  .refine(({ sections }) => {
    const keys = sections.flatMap(({ questions }) => questions.map(({ key }) => key));
    return new Set(keys).size === keys.length;
  }, "QUESTION_TWICE");

export type QuestionnaireDocument = z.output<typeof questionnaireDocument>;
export type SectionKey = (typeof sectionKeys)[number];
export type QuestionOfDocument = z.output<typeof questionDocument>;

/** One answer. `words` explains a yes or no, or is the answer. */
export type Answer = { readonly choice: "yes" | "no" | ""; readonly words: string };
export type Answers = Readonly<Record<string, Answer>>;

/** Answers as they were kept. */
export const keptAnswers = z.record(z.string(), z.object({ choice: z.enum(["yes", "no", ""]), words: z.string() }));

export const noAnswer: Answer = { choice: "", words: "" };

/** Whether words are needed with this answer. */
export function needsWords(question: QuestionOfDocument, answer: Answer): boolean {
  return question.kind === "words" || (question.explainWhen !== null && answer.choice === question.explainWhen);
}

function isAnswered(question: QuestionOfDocument, answer: Answer): boolean {
  if (!question.isRequired && answer.choice === "" && answer.words.trim() === "") return true;
  if (question.kind === "yes-no" && answer.choice === "") return false;
  return !needsWords(question, answer) || answer.words.trim() !== "";
}

/** All questions of a document, in order. */
export function questionsOf(document: QuestionnaireDocument): QuestionOfDocument[] {
  return document.sections.flatMap(({ questions }) => questions);
}

/** The keys of the questions that are not answered, or not explained. */
export function unanswered(document: QuestionnaireDocument, answers: Answers): string[] {
  return questionsOf(document)
    .filter((question) => !isAnswered(question, answers[question.key] ?? noAnswer))
    .map(({ key }) => key);
}

/** Answers that the commission must look at: those that had to be explained. */
export function answersToMind(document: QuestionnaireDocument, answers: Answers): string[] {
  return questionsOf(document)
    .filter(({ key, explainWhen }) => explainWhen !== null && answers[key]?.choice === explainWhen)
    .map(({ key }) => key);
}

/** Only what the document asks, as it may be kept; undefined where an answer is too long. */
export function readAnswers(
  document: QuestionnaireDocument,
  typed: Readonly<Record<string, string>>,
): { readonly answers: Answers; readonly tooLong: readonly string[] } {
  const answers: Record<string, Answer> = {};
  const tooLong: string[] = [];
  for (const { key, kind, most } of questionsOf(document)) {
    const choice = typed[`choice.${key}`];
    const words = (typed[`words.${key}`] ?? "").replaceAll("\r\n", "\n").trim();
    if (lengthOf(words) > most) tooLong.push(key);
    answers[key] = { choice: kind === "yes-no" && (choice === "yes" || choice === "no") ? choice : "", words };
  }
  return { answers, tooLong };
}
