// A value of the log as people read it: dates, numbers, yes and no, titles in the reader's language, names instead of identifiers.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { Formats } from "#app/platform/language/formats.ts";
import type { Language, Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { keysOfField } from "../domain/field-keys.ts";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";

/** Identifier → what people call it: elections, organisations, people. */
export type KnownNames = Readonly<Record<string, string | Trilingual>>;

export interface ReadingWords {
  readonly formats: Formats;
  readonly language: Language;
  readonly names: KnownNames;
  readonly yes: string;
  readonly no: string;
  readonly nothing: string;
  /** The name of a field. */
  readonly fieldOf: (field: string) => string;
}

const deepest = 4;

/** The value in words. */
export function readableValue(value: Json, words: ReadingWords, depth = 0): string {
  if (value === null || value === "") return words.nothing;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return words.formats.number(value);
  if (typeof value === "string") return readableText(value, words);
  if (depth >= deepest) return JSON.stringify(value);
  if (isList(value)) return value.map((each) => readableValue(each, words, depth + 1)).join(", ") || words.nothing;
  if (isTrilingual(value)) return inLanguage(value, words.language) || words.nothing;
  const members = Object.entries(value).map(
    ([name, member]) => `${words.fieldOf(name)}: ${readableValue(member ?? null, words, depth + 1)}`,
  );
  return members.join("; ") || words.nothing;
}

function readableText(text: string, { formats, language, names }: ReadingWords): string {
  const name = names[text];
  if (name !== undefined) return typeof name === "string" ? name : inLanguage(name, language);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*Z$/.test(text)) return formats.moment(new Date(text), "second");
  return /^\d{4}-\d\d-\d\d$/.test(text) ? formats.day(new Date(`${text}T00:00:00Z`)) : text;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isTrilingual(value: object): value is Trilingual {
  const members = Object.entries(value);
  return (
    members.length === 3 && members.every(([key, text]) => ["es", "en", "pt"].includes(key) && typeof text === "string")
  );
}

/** The same for the reader of the page. */
export function useReadableValue(names: KnownNames): (value: Json) => string {
  const fieldOf = useFieldName();
  const { t } = useTranslation("audit-log");
  const formats = useFormats();
  const language = useLanguage();
  return useMemo(() => {
    const words = { formats, language, names, yes: t("yes"), no: t("no"), nothing: t("nothing"), fieldOf };
    return (value: Json) => readableValue(value, words);
  }, [formats, language, names, t, fieldOf]);
}

/** What a field is called; its own name where nobody gave it another. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation("audit-log");
  return useMemo(() => {
    const named = (key: string, of: string) => t(key, { of, defaultValue: "" });
    return (field: string) => {
      const { key, keyOfAny, of } = keysOfField(field);
      return named(`fields.${key}`, of) || named(`fieldsOfAny.${keyOfAny}`, of) || field;
    };
  }, [t]);
}
