// The sentence for a check that could not be made.
import { useTranslation } from "react-i18next";
import type { CheckAnswer } from "./check-messages.ts";

/** Refusals of the code are refusals of the module; those of an opened ballot belong to the protocol and are worded for this page. */
export function useCheckProblem(answer: CheckAnswer | null): string | undefined {
  const { t, i18n } = useTranslation("elections");
  if (answer?.kind === "fault") return t("checking.problems.fault");
  if (answer?.kind !== "refused") return undefined;
  const own = `checking.problems.${answer.code}`;
  return t(i18n.exists(`elections:${own}`) ? own : `refusals.${answer.code}`);
}
