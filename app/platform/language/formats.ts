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
  /** The same moment for a reader in the zone, to stand beside the UTC one: the hour alone where the day is the same. */
  readonly besideUtc: (instant: Date, zone: string, precision?: Precision) => string;
  /** 20 de mayo de 2026, as it is in UTC */
  readonly day: (instant: Date) => string;
  /** may 2026, as it is in UTC */
  readonly month: (instant: Date) => string;
  /** HN → Honduras */
  readonly region: (code: string) => string;
  /** A, B y C */
  readonly list: (words: readonly string[]) => string;
  /** HN → Honduras; what is no country code stays as it is. */
  readonly country: (code: string) => string;
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
  const months = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
  const regions = new Intl.DisplayNames(locale, { type: "region", fallback: "code" });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const countries = new Intl.DisplayNames(locale, { type: "region", fallback: "code" });
  const hours = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  function dateIn(instant: Date, zone: string): string {
    return new Intl.DateTimeFormat(locale, { dateStyle: "short", timeZone: zone }).format(instant);
  }
  function besideUtc(instant: Date, zone: string, precision: Precision = "minute"): string {
    if (dateIn(instant, zone) !== dateIn(instant, "UTC")) return momentIn(instant, zone, precision);
    return clean(
      new Intl.DateTimeFormat(locale, { ...hours, ...secondsIf(precision), timeZone: zone }).format(instant),
    );
  }
  function momentIn(instant: Date, zone: string, precision: Precision = "minute"): string {
    return clean(
      new Intl.DateTimeFormat(locale, {
        day: "numeric",
        month: "short",
        year: "numeric",
        ...hours,
        ...secondsIf(precision),
        timeZone: zone,
      }).format(instant),
    );
  }
  return {
    number: (value) => clean(numbers.format(value)),
    percent: (share, digits = 1) =>
      clean(
        new Intl.NumberFormat(locale, {
          style: "percent",
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        }).format(share),
      ),
    moment: (instant, precision) => `${momentIn(instant, "UTC", precision)} UTC`,
    momentIn,
    besideUtc,
    day: (instant) => clean(days.format(instant)),
    month: (instant) => clean(months.format(instant)),
    region: (code) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code),
    list: (words) => lists.format(words),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
  };
}

function secondsIf(precision: Precision): { second?: "2-digit" } {
  return precision === "second" ? { second: "2-digit" } : {};
}

/** Why: browsers and Node disagree about which narrow space they put, and the page must be the same in both. */
function clean(text: string): string {
  return text.replace(/[\u00a0\u202f\u2009]/g, " ");
}
