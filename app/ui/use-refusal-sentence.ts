// A refusal as a sentence in the reader's language, wherever the sentence stands: a command may pass on the refusal of a module below.
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Formats } from "#app/platform/language/formats.ts";
import { useFormats } from "./use-formats.ts";

/** A refusal as it comes out of a loader or an action. */
export interface RefusalToSay {
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

/** `const sentenceOf = useRefusalSentence("approvals")`: the module's own sentence first, then any other's; undefined where nobody has one. */
export function useRefusalSentence(namespace: string): (refusal: RefusalToSay) => string | undefined {
  const { t, i18n } = useTranslation(namespace);
  const formats = useFormats();
  return useCallback(
    ({ code, details }) => {
      const ns = [namespace, ...[i18n.options.ns ?? []].flat()];
      const sentence = t(`refusals.${code}`, { ns, ...readable(details, formats), defaultValue: "" });
      return sentence === "" ? undefined : sentence;
    },
    [t, i18n, formats, namespace],
  );
}

/** Moments in the details as people write them. */
function readable(details: RefusalToSay["details"], formats: Formats): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(details ?? {}).map(([name, value]) => [
      name,
      typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? formats.moment(new Date(value)) : value,
    ]),
  );
}
