// Dates and numbers in the language of the page.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatsIn } from "#app/platform/language/formats.ts";
import type { Formats } from "#app/platform/language/formats.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { defaultLanguage, isLanguage } from "#app/platform/language/languages.ts";

/** The language of the page. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : defaultLanguage;
}

/** `const { number, percent, moment, day } = useFormats()` */
export function useFormats(): Formats {
  const language = useLanguage();
  return useMemo(() => formatsIn(language), [language]);
}
