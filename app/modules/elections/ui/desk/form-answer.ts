// What the server answered to a form: problems by field, and what was typed.
import type { TFunction } from "i18next";
import { createContext, useContext, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { FieldProblem } from "#app/ui/form-problems.tsx";
import { useRefusalSentence } from "./use-refusal-sentence.ts";

export interface FormAnswer {
  readonly problems?:
    | readonly {
        readonly field: string;
        readonly code: string;
        readonly details?: Readonly<Record<string, string | number>> | undefined;
      }[]
    | undefined;
  readonly typed?: Readonly<Record<string, readonly string[]>> | undefined;
}

export const FormAnswerContext = createContext<FormAnswer>({});

/** The sentence beside a field, and what the field begins with. */
export function useFormAnswer() {
  const { problems, typed } = useContext(FormAnswerContext);
  const sentenceOf = useRefusalSentence();
  return {
    problemOf: (field: string): string | undefined => {
      const found = problems?.find((problem) => problem.field === field);
      return found === undefined ? undefined : sentenceOf(found);
    },
    typedIn: (field: string, otherwise = ""): string => typed?.[field]?.[0] ?? (typed === undefined ? otherwise : ""),
    allTypedIn: (field: string): readonly string[] => typed?.[field] ?? [],
    isTicked: (field: string, otherwise: boolean): boolean =>
      typed === undefined ? otherwise : typed[field] !== undefined,
    typedNames: typed === undefined ? [] : Object.keys(typed),
  };
}

/** The same problems for the summary above the form, each with the name of its field. */
export function useProblemSummary({ problems }: FormAnswer): readonly FieldProblem[] {
  const { t } = useTranslation("elections");
  const sentenceOf = useRefusalSentence();
  return useMemo(
    () =>
      (problems ?? []).map((problem) => ({
        field: problem.field,
        sentence: `${labelOf(problem.field, t)}: ${sentenceOf(problem)}`,
      })),
    [problems, sentenceOf, t],
  );
}

/** "Title (English)", "Candidate 2, Name": what stands above the field. */
function labelOf(field: string, t: TFunction): string {
  const [first = "", ...rest] = field.split(".");
  if (first === "contests" && rest.length > 1) {
    const [number = "0", ...field] = rest;
    return `${t("desk.create.contestNamed", { position: Number(number) + 1 })}, ${labelOf(field.join("."), t)}`;
  }
  if (first === "candidates" && rest.length > 1) {
    return `${t("desk.create.candidate", { position: Number(rest[0]) + 1 })}, ${labelOf(rest.slice(1).join("."), t)}`;
  }
  const [language] = rest;
  const label = t(`desk.create.labels.${first}`);
  return language === undefined ? label : `${label} (${t(`desk.create.in.${language}`)})`;
}
