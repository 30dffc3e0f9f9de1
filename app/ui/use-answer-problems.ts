// What an action refused, as the summary above a form and the sentence of each field.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#app/lib/result/index.ts";
import type { Formats } from "#app/platform/language/formats.ts";
import type { FieldProblem } from "./form-problems.tsx";
import { useFormats } from "./use-formats.ts";

/** A refusal of the rule, or fields that cannot be read, with keys of the module's sentences. */
export interface FormAnswer {
  readonly refusal?: Refusal | undefined;
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
  const { t, i18n } = useTranslation(namespace);
  const formats = useFormats();
  return useMemo(() => {
    const problems: FieldProblem[] = (answer?.problems ?? []).map(({ field, key }) => ({
      field: field || undefined,
      sentence: t(key),
    }));
    if (answer?.refusal) {
      const { code, details } = answer.refusal;
      // Why all namespaces after its own: a command may pass on the refusal of a module below, whose sentence stands there.
      const ns = [namespace, ...[i18n.options.ns ?? []].flat()];
      problems.push({ field: fieldOf[code], sentence: t(`refusals.${code}`, { ns, ...readable(details, formats) }) });
    }
    return { problems, problemOf: (field) => problems.find((problem) => problem.field === field)?.sentence };
  }, [answer, t, i18n, formats, namespace, fieldOf]);
}

/** Moments in the details as people write them. */
function readable(details: Refusal["details"], formats: Formats): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(details ?? {}).map(([name, value]) => [
      name,
      typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? formats.moment(new Date(value)) : value,
    ]),
  );
}
