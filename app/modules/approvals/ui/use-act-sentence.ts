// What a proposal would do, in one sentence of the module that knows the act.
import { useTranslation } from "react-i18next";
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { readInstant } from "#app/lib/instants/index.ts";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import { partsOfKind } from "../domain/proposal-state.ts";

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

interface SaidAct {
  readonly kind: string;
  readonly payload: Json;
  readonly subjectTitle: Trilingual | null;
}

/** `const sentenceOf = useActSentence()`; the payload's plain fields and `subject` fill the sentence. */
export function useActSentence(): (act: SaidAct) => string {
  const { t } = useTranslation("approvals");
  const language = useLanguage();
  const { day } = useFormats();
  return ({ kind, payload, subjectTitle }) => {
    const { module, name } = partsOfKind(kind);
    const subject = subjectTitle === null ? "" : inLanguage(subjectTitle, language);
    return t(`${module}:approvals.${name}`, { ...plainFieldsOf(payload, day), subject, defaultValue: kind });
  };
}

/** Days as the reader writes them: "2027-03-01" is 1 March 2027. */
function plainFieldsOf(payload: Json, day: (instant: Date) => string): Record<string, string | number> {
  if (payload === null || typeof payload !== "object" || Array.isArray(payload)) return {};
  return Object.fromEntries(
    Object.entries(payload)
      .filter((field): field is [string, string | number] => ["string", "number"].includes(typeof field[1]))
      .map(([name, value]) => {
        const instant =
          typeof value === "string" && dayForm.test(value) ? readInstant(`${value}T00:00:00.000Z`) : undefined;
        return [name, instant === undefined ? value : day(instant)];
      }),
  );
}
