// Each rule of a body as people say it.
import { useTranslation } from "react-i18next";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import type { BodyRules } from "../domain/rules.ts";

export interface NamedBody {
  readonly key: string;
  readonly names: Trilingual;
}

/** `const wordsOf = useRuleWords(bodies)`; `wordsOf(rules, "seats")` is "9". */
export function useRuleWords(bodies: readonly NamedBody[]): (rules: BodyRules, field: keyof BodyRules) => string {
  const { t } = useTranslation("bodies");
  const { list, number } = useFormats();
  const language = useLanguage();
  const nameOf = (key: string) => {
    const body = bodies.find((each) => each.key === key);
    return body === undefined ? key : inLanguage(body.names, language);
  };
  return (rules, field) => {
    const value = rules[field];
    if (field === "incompatibleBodies")
      return rules.incompatibleBodies.length === 0
        ? t("rules.values.none")
        : list(rules.incompatibleBodies.map(nameOf));
    if (field === "termYearsByRank")
      return rules.termYearsByRank === undefined ? t("rules.values.same") : rules.termYearsByRank.join(", ");
    if (value === "one-per-seat") return t("rules.values.onePerSeat");
    if (value === null) return t("rules.values.noLimit");
    return typeof value === "number" ? number(value) : t(`rules.values.${field}.${String(value)}`);
  };
}
