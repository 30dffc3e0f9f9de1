// ownerid handles: CC-XXXX[n]-SUFFIX, as in UY-LACN-LACNIC or PA-CAON1-LACNIC. Source: docs/glossary "ownerid".
import { searchable } from "./search-text.ts";

/** The suffix until an administrator sets the own one (setting `organizations.handleSuffix`). */
export const defaultHandleSuffix = "PLEN";

const pattern = /^[A-Z]{2}-[A-Z]{4}[0-9]{0,7}-[A-Z0-9]{2,12}$/;

/** Whether a text has the form of a handle. */
export function isHandle(text: string): boolean {
  return pattern.test(text);
}

/** Whether a text may be the suffix of handles. */
export function isHandleSuffix(text: string): boolean {
  return /^[A-Z0-9]{2,12}$/.test(text);
}

// Words that carry no name in es, pt, en: articles, prepositions and legal forms.
const silentWords = new Set(
  "a al and da das de del do dos e el em en la las los of para s sa srl ltda me epp eireli the y".split(" "),
);

/** The four letters that remind of a name: initials for many words, beginnings for few. */
export function handleStem(name: string): string {
  const words = searchable(name)
    .replace(/[^a-z0-9 ]/g, " ")
    .replace(/[0-9]/g, "")
    .split(" ")
    .filter((word) => word !== "");
  const telling = words.filter((word) => !silentWords.has(word));
  return lettersOf(telling.length > 0 ? telling : words)
    .padEnd(4, "X")
    .slice(0, 4)
    .toUpperCase();
}

function lettersOf(words: readonly string[]): string {
  const [first = "", second = "", third = ""] = words;
  if (words.length >= 4) return words.map((word) => word.slice(0, 1)).join("");
  if (words.length === 3) return first.slice(0, 2) + second.slice(0, 1) + third.slice(0, 2);
  return words.length === 2 ? first.slice(0, 2) + second.slice(0, 3) : first;
}

/** A handle; `number` 0 is written as none. */
export function handleOf(country: string, stem: string, number: number, suffix: string): string {
  return `${country}-${stem}${number === 0 ? "" : number}-${suffix}`;
}

/** The first free handle for a name, beside those that are taken (of the same country and stem at least). */
export function firstFreeHandle(country: string, name: string, suffix: string, taken: ReadonlySet<string>): string {
  const stem = handleStem(name);
  for (let number = 0; ; number += 1) {
    const handle = handleOf(country, stem, number, suffix);
    if (!taken.has(handle)) return handle;
  }
}
