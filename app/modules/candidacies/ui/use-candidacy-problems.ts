// What an action refused, in sentences: codes of countries, moments and reasons become the reader's words first.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { standingReasons } from "#app/modules/membership/index.ts";
import type { AnswerProblems, FieldOfRefusal, FormAnswer } from "#app/ui/use-answer-problems.ts";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { useFormats } from "#app/ui/use-formats.ts";

export function useCandidacyProblems(answer: FormAnswer | undefined, fieldOf?: FieldOfRefusal): AnswerProblems {
  const { t } = useTranslation("candidacies");
  const { region, moment, list } = useFormats();
  const said = useMemo((): FormAnswer | undefined => {
    const refusal = answer?.refusal;
    if (answer === undefined || refusal?.details === undefined) return answer;
    const details = Object.fromEntries(
      Object.entries(refusal.details).map(([name, value]) => {
        const text = String(value);
        if (name === "country") return [name, region(text)];
        if (name === "at" || name === "until") return [name, moment(new Date(text))];
        if (name === "reasons") return [name, list(text.split(", ").map((reason) => wordFor(reason, t)))];
        return [name, value];
      }),
    );
    return { ...answer, refusal: { ...refusal, details } };
  }, [answer, t, region, moment, list]);
  return useAnswerProblems(said, "candidacies", fieldOf);
}

function wordFor(reason: string, t: (key: string) => string): string {
  return standingReasons.some((known) => known === reason) ? t(`standing.${reason}`) : reason;
}
