// What a proposal would do, in one sentence of the module that knows the act.
import { useTranslation } from "react-i18next";
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import { partsOfKind } from "../domain/proposal-state.ts";

interface SaidAct {
  readonly kind: string;
  readonly payload: Json;
  readonly subjectTitle: Trilingual | null;
}

/** `const sentenceOf = useActSentence()`; the payload's plain fields and `subject` fill the sentence. */
export function useActSentence(): (act: SaidAct) => string {
  const { t } = useTranslation("approvals");
  const language = useLanguage();
  return ({ kind, payload, subjectTitle }) => {
    const { module, name } = partsOfKind(kind);
    const subject = subjectTitle === null ? "" : inLanguage(subjectTitle, language);
    return t(`${module}:approvals.${name}`, { ...plainFieldsOf(payload), subject, defaultValue: kind });
  };
}

function plainFieldsOf(payload: Json): Record<string, string | number> {
  if (payload === null || typeof payload !== "object" || Array.isArray(payload)) return {};
  return Object.fromEntries(
    Object.entries(payload).filter(
      (field): field is [string, string | number] => typeof field[1] === "string" || typeof field[1] === "number",
    ),
  );
}
