// Dates, names and titles of the log in the reader's language, never as a program wrote them.
import { expect, test } from "vitest";
import type { Json } from "#app/lib/canonical-json/index.ts";
import { formatsIn } from "#app/platform/language/formats.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { readableValue } from "./readable-value.ts";

function read(value: Json, language: Language): string {
  return readableValue(value, {
    formats: formatsIn(language),
    language,
    names: { "account-1": "Ana Paz", "election-1": { es: "Directorio", en: "Board", pt: "Diretoria" } },
    yes: "yes",
    no: "no",
    nothing: "empty",
    fieldOf: (field) => (field === "votes" ? "Votes" : field),
  });
}

test.each<[string, Json, Language, string]>([
  ["a moment", "2026-03-10T18:00:00.000Z", "en", "10 Mar 2026, 18:00:00 UTC"],
  ["a day", "2026-03-10", "pt", "10 de março de 2026"],
  ["a number", 7073, "es", "7,073"],
  ["nothing", null, "es", "empty"],
  ["an empty text", "", "es", "empty"],
  ["no", false, "es", "no"],
  ["a person", "account-1", "es", "Ana Paz"],
  ["an election", "election-1", "pt", "Diretoria"],
  ["a title", { es: "Hola", en: "Hello", pt: "Olá" }, "en", "Hello"],
  ["a list", ["HN", "election-1"], "es", "HN, Directorio"],
  ["fields", { votes: 4, since: "2026-03-10" }, "en", "Votes: 4; since: 10 March 2026"],
  ["an empty list", [], "en", "empty"],
])("%s", (_, value, language, text) => {
  expect(read(value, language)).toBe(text);
});
