// A refusal as a sentence; what the ballot protocol itself refuses has one general sentence with its code.
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { RefusalToSay } from "#app/ui/use-refusal-sentence.ts";
import { useRefusalSentence as useSentenceOfAnyModule } from "#app/ui/use-refusal-sentence.ts";

export type { RefusalToSay } from "#app/ui/use-refusal-sentence.ts";

/** `const sentenceOf = useRefusalSentence()` */
export function useRefusalSentence(): (refusal: RefusalToSay) => string {
  const { t } = useTranslation("elections");
  const sentenceOf = useSentenceOfAnyModule("elections");
  return useCallback(
    (refusal) => sentenceOf(refusal) ?? t("refusals.PROTOCOL", { reason: refusal.code }),
    [t, sentenceOf],
  );
}
