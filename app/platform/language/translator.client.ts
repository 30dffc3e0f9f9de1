// The sentences in the browser: one language at a time, fetched once and kept.
import i18next from "i18next";
import type { i18n } from "i18next";
import ICU from "i18next-icu";
import { initReactI18next } from "react-i18next";
import type { Language } from "./languages.ts";

type Sentences = Record<string, Record<string, unknown>>;

async function fetchSentences(language: string): Promise<Sentences> {
  const preload = document.querySelector<HTMLLinkElement>(`link[data-sentences="${language}"]`);
  const response = await fetch(preload?.href ?? `/sentences/${language}.json`);
  if (!response.ok) throw new Error(`sentences for ${language}: ${response.status}`);
  return (await response.json()) as Sentences;
}

/** Loads the page's language and starts translating. */
export async function startTranslator(language: string): Promise<i18n> {
  const sentences = await fetchSentences(language);
  await i18next
    .use(ICU)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      resources: { [language]: sentences },
      ns: Object.keys(sentences),
      defaultNS: "shell",
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
  return i18next;
}

/** Changes the language of the open page; nothing that was typed is lost. */
export async function switchLanguage(language: Language): Promise<void> {
  const sentences = await fetchSentences(language);
  for (const [namespace, keys] of Object.entries(sentences)) i18next.addResourceBundle(language, namespace, keys);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
