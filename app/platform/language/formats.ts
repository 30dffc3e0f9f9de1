// Dates, hours and numbers as readers of each language write them. The only place that asks Intl; never with the machine's own locale.
import type { Language } from "./languages.ts";

const locales: Record<Language, string> = { es: "es-419", en: "en-GB", pt: "pt-BR" };

export type Precision = "minute" | "second";

export interface Formats {
  /** 7,073 */
  readonly number: (value: number | bigint) => string;
  /** 0.2024 → 20.2% */
  readonly percent: (share: number, digits?: number) => string;
  /** 20 may 2026, 18:00 UTC */
  readonly moment: (instant: Date, precision?: Precision) => string;
  /** The same in another zone, without naming the zone. */
  readonly momentIn: (instant: Date, zone: string, precision?: Precision) => string;
  /** 20 de mayo de 2026, as it is in UTC */
  readonly day: (instant: Date) => string;
  /** A, B y C */
  readonly list: (words: readonly string[]) => string;
}

const made = new Map<Language, Formats>();

/** The formats of one language. */
export function formatsIn(language: Language): Formats {
  const existing = made.get(language);
  if (existing) return existing;
  const formats = makeFormats(locales[language]);
  made.set(language, formats);
  return formats;
}

function makeFormats(locale: string): Formats {
  const numbers = new Intl.NumberFormat(locale, { useGrouping: "always" });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  function momentIn(instant: Date, zone: string, precision: Precision = "minute"): string {
    return clean(
      new Intl.DateTimeFormat(locale, {
        day: "numeric",
        month: "short",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        ...(precision === "second" ? { second: "2-digit" } : {}),
        hourCycle: "h23",
        timeZone: zone,
      }).format(instant),
    );
  }
  return {
    number: (value) => clean(numbers.format(value)),
    percent: (share, digits = 1) =>
      clean(new Intl.NumberFormat(locale, { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share)),
    moment: (instant, precision) => `${momentIn(instant, "UTC", precision)} UTC`,
    momentIn,
    day: (instant) => clean(days.format(instant)),
    list: (words) => lists.format(words),
  };
}

/** Why: browsers and Node disagree about which narrow space they put, and the page must be the same in both. */
function clean(text: string): string {
  return text.replace(/[\u00a0\u202f\u2009]/g, " ");
}
