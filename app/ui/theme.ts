// Light, dark, or as the device is.

export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

/** Whether a word names a theme. */
export function isTheme(word: unknown): word is Theme {
  return themes.some((theme) => theme === word);
}
