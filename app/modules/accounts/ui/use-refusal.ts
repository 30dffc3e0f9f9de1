// A refusal as the summary above a form shows it.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#app/lib/result/index.ts";
import type { FieldProblem } from "#app/ui/form-problems.tsx";

const noFields = {};

/**
 * The problems for FormProblems, and the sentence of each field. `fieldOf` says which field a code belongs to;
 * write it outside the component, because FormProblems takes the focus whenever the problems are new.
 */
export function useRefusal(
  answer: { readonly refusal: Refusal } | undefined,
  fieldOf: Readonly<Record<string, string>> = noFields,
): { readonly problems: readonly FieldProblem[]; readonly problemOf: (field: string) => string | undefined } {
  const { t } = useTranslation("accounts");
  return useMemo(() => {
    if (answer === undefined) return { problems: [], problemOf: () => undefined };
    const { code, details } = answer.refusal;
    const sentence = t(`refusals.${code}`, waiting(details));
    const field = fieldOf[code];
    return {
      problems: [{ sentence, ...(field === undefined ? {} : { field }) }],
      problemOf: (name) => (name === field ? sentence : undefined),
    };
  }, [answer, fieldOf, t]);
}

/** Short waits are told in seconds, longer ones in minutes. */
function waiting(details: Refusal["details"]): Record<string, string | number> {
  const seconds = Number(details?.["seconds"] ?? 0);
  return { ...details, minutes: seconds < 90 ? 0 : Math.ceil(seconds / 60) };
}
