// What an answer is called on the page: a candidate's name, or yes, no and abstention in the reader's language.
import { useTranslation } from "react-i18next";
import { questionAnswers } from "../../domain/contests.ts";
import type { BallotQuestionText } from "./choices.ts";

export function useAnswerName(): (question: BallotQuestionText, position: number) => string {
  const { t } = useTranslation("elections");
  return ({ kind, answers }, position) =>
    kind === "question" ? t(`booth.question.${questionAnswers[position] ?? "abstain"}`) : (answers[position] ?? "");
}
