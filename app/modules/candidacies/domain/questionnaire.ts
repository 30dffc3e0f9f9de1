// What candidates are asked, as data: sections of questions, each answered by yes, no or words.
// Source: "Regulations on Candidate Competencies and Suitability" v2 (2024): incompatibilities, capacities, suitability.
import { z } from "zod";
import { fileLimits, lengthOf } from "./file-limits.ts";

const text = z.string().trim().min(1).max(500);
const trilingual = z.object({ es: text, en: text, pt: text });

const questionDocument = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  kind: z.enum(["yes-no", "words"]),
  label: trilingual,
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
          key: z.enum(["incompatibilities", "capacities", "suitability"]),
          questions: z.array(questionDocument).min(1).max(20),
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
export type QuestionOfDocument = z.output<typeof questionDocument>;

/** One answer. `words` explains a yes or no, or is the answer. */
export type Answer = { readonly choice: "yes" | "no" | ""; readonly words: string };
export type Answers = Readonly<Record<string, Answer>>;

export const noAnswer: Answer = { choice: "", words: "" };

/** Whether words are needed with this answer. */
export function needsWords(question: QuestionOfDocument, answer: Answer): boolean {
  return question.kind === "words" || (question.explainWhen !== null && answer.choice === question.explainWhen);
}

function isAnswered(question: QuestionOfDocument, answer: Answer): boolean {
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
  for (const { key, kind } of questionsOf(document)) {
    const choice = typed[`choice.${key}`];
    const words = (typed[`words.${key}`] ?? "").replaceAll("\r\n", "\n").trim();
    if (lengthOf(words) > fileLimits.questionnaireAnswer) tooLong.push(key);
    answers[key] = { choice: kind === "yes-no" && (choice === "yes" || choice === "no") ? choice : "", words };
  }
  return { answers, tooLong };
}
