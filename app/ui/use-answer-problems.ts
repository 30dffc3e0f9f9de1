// What an action refused, as the summary above a form and the sentence of each field.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#app/lib/result/index.ts";
import type { FieldProblem } from "./form-problems.tsx";
import { useRefusalSentence } from "./use-refusal-sentence.ts";

/** A refusal of the rule, or fields that cannot be read, with keys of the module's sentences. */
export interface FormAnswer {
  readonly refusal?: Refusal | undefined;
  /** Where a rule refused several things at once: all of them, the first one too. */
  readonly refusals?: readonly Refusal[] | undefined;
  readonly problems?: readonly { readonly field: string; readonly key: string }[] | undefined;
}

export interface AnswerProblems {
  /** For FormProblems. */
  readonly problems: readonly FieldProblem[];
  readonly problemOf: (field: string) => string | undefined;
}

/** Refusal code → the field that it belongs to. Define it outside the component: it must stay the same object. */
export type FieldOfRefusal = Readonly<Record<string, string>>;

const noFields: FieldOfRefusal = {};

/** `namespace` is the module whose sentences are meant; `fieldOf` says which field a refusal belongs to. */
export function useAnswerProblems(
  answer: FormAnswer | undefined,
  namespace: string,
  fieldOf: FieldOfRefusal = noFields,
): AnswerProblems {
  const { t } = useTranslation(namespace);
  const sentenceOf = useRefusalSentence(namespace);
  return useMemo(() => {
    const problems: FieldProblem[] = (answer?.problems ?? []).map(({ field, key }) => ({
      field: field || undefined,
      sentence: t(key),
    }));
    for (const refusal of answer?.refusals ?? [answer?.refusal]) {
      if (refusal) problems.push({ field: fieldOf[refusal.code], sentence: sentenceOf(refusal) ?? refusal.code });
    }
    return { problems, problemOf: (field) => problems.find((problem) => problem.field === field)?.sentence };
  }, [answer, t, sentenceOf, fieldOf]);
}
