// A question whose answers are counted under encryption, and what a voter may choose in it (SPECIFICATION §4).
import { ok, type Result } from "../../result/index.ts";
import { refuseWith, type ProtocolRefusal } from "../errors.ts";
import { isJsonObject } from "../primitives/strict-json.ts";

/** A question with its answers, how many may be chosen, and whether a blank vote is offered. */
export interface HomomorphicQuestion {
  readonly question: string;
  readonly answers: readonly string[];
  readonly blank: boolean;
  readonly min: number;
  readonly max: number;
}

/** How many numbers a vote in this question has: one for each answer, and the blank flag before them. */
export function choiceCount(question: HomomorphicQuestion): number {
  return question.answers.length + (question.blank ? 1 : 0);
}

/** The question as it stands in the election's payload. */
export function questionJson(question: HomomorphicQuestion): object {
  const { answers, blank, min, max } = question;
  return blank
    ? { answers, blank: true, min, max, question: question.question }
    : { answers, min, max, question: question.question };
}

/** Reads a question; other kinds than counted ones are refused by name. */
export function parseQuestion(value: unknown): Result<HomomorphicQuestion, ProtocolRefusal> {
  if (!isJsonObject(value)) return refuseWith("QUESTION_MALFORMED");
  if ("type" in value) return refuseWith("QUESTION_KIND_UNSUPPORTED", { kind: String(value["type"]) });
  const { answers, blank = false, min, max, question } = value;
  if (!Array.isArray(answers) || answers.length === 0 || typeof question !== "string")
    return refuseWith("QUESTION_MALFORMED");
  if (!answers.every((answer) => typeof answer === "string") || typeof blank !== "boolean")
    return refuseWith("QUESTION_MALFORMED");
  if (!isWholeNumber(min) || !isWholeNumber(max) || min > max || max > answers.length)
    return refuseWith("QUESTION_MALFORMED");
  return ok({ question, answers, blank, min, max });
}

/** From the selected answers (none = blank, where offered) to the numbers that are encrypted. */
export function choiceVector(
  question: HomomorphicQuestion,
  selectedIndexes: readonly number[],
): Result<number[], ProtocolRefusal> {
  const unknown = selectedIndexes.find((index) => question.answers[index] === undefined);
  if (unknown !== undefined) return refuseWith("CHOICE_UNKNOWN", { index: unknown });
  const selected = new Set(selectedIndexes);
  if (selected.size !== selectedIndexes.length) return refuseWith("CHOICE_REPEATED");
  const isBlank = question.blank && selected.size === 0;
  if (selected.size > question.max) return refuseWith("CHOICE_TOO_MANY", { chosen: selected.size, max: question.max });
  if (!isBlank && selected.size < question.min)
    return refuseWith("CHOICE_TOO_FEW", { chosen: selected.size, min: question.min });
  const numbers = question.answers.map((_, index) => (selected.has(index) ? 1 : 0));
  return ok(question.blank ? [isBlank ? 1 : 0, ...numbers] : numbers);
}

/** Whether these numbers are a vote that the question allows. */
export function isAllowedVector(question: HomomorphicQuestion, numbers: readonly number[]): boolean {
  if (numbers.length !== choiceCount(question) || !numbers.every((number) => number === 0 || number === 1))
    return false;
  const chosen = (question.blank ? numbers.slice(1) : numbers).reduce<number>((sum, number) => sum + number, 0);
  if (question.blank && numbers[0] === 1) return chosen === 0;
  return chosen >= question.min && chosen <= question.max;
}

function isWholeNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
