// A refusal as a sentence in the reader's language. What the ballot protocol itself refuses has one general sentence with its code.
import { useTranslation } from "react-i18next";
import type { Refusal } from "#app/lib/result/index.ts";

/** `const sentenceOf = useRefusalSentence()` */
export function useRefusalSentence(): (refusal: Refusal) => string {
  const { t } = useTranslation("elections");
  return ({ code, details }) => {
    const sentence = t(`refusals.${code}`, { ...details, defaultValue: "" });
    return sentence === "" ? t("refusals.PROTOCOL", { reason: code }) : sentence;
  };
}
