// The three languages, and the shape of a text that exists in all of them.

export const languages = ["es", "en", "pt"] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = "es";

/** A text in the three languages. */
export type Trilingual = Readonly<Record<Language, string>>;

/** Whether a word names one of our languages. */
export function isLanguage(word: unknown): word is Language {
  return languages.some((language) => language === word);
}

/** The text in the reader's language, or in the first that has it. */
export function inLanguage(text: Trilingual, language: Language): string {
  return text[language] || text.es || text.en || text.pt;
}
