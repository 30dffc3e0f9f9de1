// A problem of a calendar in the reader's language, with its dates as people write them.
import { useTranslation } from "react-i18next";
import { useFormats } from "#app/ui/use-formats.ts";
import type { StageProblem } from "../domain/check-stages.ts";
import { isStageKind, stageWord } from "../domain/stages.ts";

/** `const sentenceOf = useProblemSentence()` */
export function useProblemSentence(): (problem: StageProblem) => string {
  const { t } = useTranslation("calendars");
  const { moment } = useFormats();
  return ({ code, stage, details }) => {
    const readable = (value: string | number) => {
      if (typeof value === "number") return value;
      return isStageKind(value) ? stageWord(value) : moment(new Date(value));
    };
    const filled = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, readable(value)]));
    return t(`refusals.${code}`, { stage: stageWord(stage), ...filled });
  };
}
