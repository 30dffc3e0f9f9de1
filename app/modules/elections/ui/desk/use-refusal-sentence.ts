// A refusal as a sentence in the reader's language. What the ballot protocol itself refuses has one general sentence with its code.
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** A refusal as it comes out of a loader. */
export interface RefusalToSay {
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

/** `const sentenceOf = useRefusalSentence()` */
export function useRefusalSentence(): (refusal: RefusalToSay) => string {
  const { t } = useTranslation("elections");
  return useCallback(
    ({ code, details }) => {
      const sentence = t(`refusals.${code}`, { ...details, defaultValue: "" });
      return sentence === "" ? t("refusals.PROTOCOL", { reason: code }) : sentence;
    },
    [t],
  );
}
