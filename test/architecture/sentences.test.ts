// The three languages say the same: same keys, same placeholders, nothing empty, and nothing shown that has no sentence.
import { describe, expect, test } from "vitest";
import type { Language } from "./sentences.ts";
import { languages, listNamespaces, placeholdersOf, sentencesIn } from "./sentences.ts";
import { templates } from "#emails/catalogue.ts";
import { listFiles, textOf, withoutComments } from "./source-files.ts";

/** What the sentence expects, or why it is not one. */
function expectationsOf(sentence: string, language: Language): string {
  try {
    return placeholdersOf(sentence, language).join(", ");
  } catch (error) {
    return `not a sentence: ${String(error)}`;
  }
}

describe.each(listNamespaces())("$namespace", ({ folder }) => {
  const all = languages.map((language) => sentencesIn(folder, language));
  const [
    spanish = new Map<string, string>(),
    english = new Map<string, string>(),
    portuguese = new Map<string, string>(),
  ] = all;

  test("has the same keys in es, en and pt", () => {
    expect([...english.keys()].sort(), `${folder}/en.json`).toEqual([...spanish.keys()].sort());
    expect([...portuguese.keys()].sort(), `${folder}/pt.json`).toEqual([...spanish.keys()].sort());
  });

  test("expects the same to be filled in, in every language", () => {
    const different = [...spanish].flatMap(([key, sentence]) => {
      const wanted = expectationsOf(sentence, "es");
      const found = {
        en: expectationsOf(english.get(key) ?? sentence, "en"),
        pt: expectationsOf(portuguese.get(key) ?? sentence, "pt"),
      };
      const isSame = found.en === wanted && found.pt === wanted && !wanted.startsWith("not a sentence");
      return isSame ? [] : [`${key}: es {${wanted}}, en {${found.en}}, pt {${found.pt}}`];
    });
    expect(different).toEqual([]);
  });

  test("leaves no sentence empty", () => {
    const empty = languages.flatMap((language, index) =>
      [...(all[index] ?? [])].filter(([, sentence]) => sentence.trim() === "").map(([key]) => `${language}: ${key}`),
    );
    expect(empty).toEqual([]);
  });
});

/** The keys that a file asks its one namespace for, in so many words. */
function keysAskedFor(source: string): { namespace: string; key: string }[] {
  const spoken = [...source.matchAll(/useTranslation\("([\w-]+)"\)|sentencesFor\([^,()]+, "([\w-]+)"\)/g)];
  const namespaces = [...new Set(spoken.map(([, browser, server]) => browser ?? server ?? ""))];
  const [namespace] = namespaces;
  if (namespace === undefined || namespaces.length > 1) return [];
  return [...source.matchAll(/\bt\(\s*"([^"]+)"/g)].map(([, key = ""]) => {
    const [before = "", after] = key.split(":");
    return after === undefined ? { namespace, key } : { namespace: before, key: after };
  });
}

test("the code with which one votes has one name in each language, on pages and in mails", () => {
  const others: Record<Language, RegExp> = {
    es: /c[óo]digos? (de voto\b|electoral)/i,
    en: /(vote|ballot|election) codes?\b/i,
    pt: /c[óo]digos? (de voto\b|eleitora)/i,
  };
  const found = listNamespaces().flatMap(({ folder }) =>
    languages.flatMap((language) =>
      [...sentencesIn(folder, language)]
        .filter(([, sentence]) => others[language].test(sentence))
        .map(([key]) => `${folder}/${language}.json: ${key}`),
    ),
  );
  expect(found, "docs/glossary.md: voting code, código de votación, código de votação").toEqual([]);
});

test("the log has a name for every field that a proposal names", () => {
  const namespaces = listNamespaces();
  const named = sentencesIn(namespaces.find(({ namespace }) => namespace === "audit-log")?.folder ?? "", "es");
  const proposed = namespaces.flatMap(({ folder }) =>
    [...sentencesIn(folder, "es").keys()].flatMap((key) => /^approvals\.(fields(?:OfAny)?\..+)$/.exec(key)?.[1] ?? []),
  );
  expect(proposed.length).toBeGreaterThan(20);
  expect(proposed.filter((field) => field.startsWith("fieldsOfAny."))).not.toEqual([]);
  expect(proposed.filter((field) => !named.has(field))).toEqual([]);
});

test("every sentence that a page asks for exists", () => {
  const known = new Map(listNamespaces().map(({ namespace, folder }) => [namespace, sentencesIn(folder, "es")]));
  const missing = listFiles("app", /\.tsx?$/).flatMap((path) =>
    keysAskedFor(withoutComments(textOf(path)))
      .filter(({ namespace, key }) => known.get(namespace)?.has(key) !== true)
      .map(({ namespace, key }) => `${path} asks for ${namespace}:${key}`),
  );
  expect(missing).toEqual([]);
});

test("every mail has a name for the desk of mails, and every part of the system that acts has one for the log", () => {
  const systems = listFiles("app", /\.ts$/).flatMap((path) =>
    [...textOf(path).matchAll(/kind: "system", name: "([^"]+)"/g)].map(([, name = ""]) => `actors.${name}`),
  );
  expect(systems).not.toEqual([]);
  const kinds = Object.keys(templates).map((name) => `kinds.${name}`);
  for (const language of languages) {
    const mails = sentencesIn("app/modules/notifications/messages", language);
    const log = sentencesIn("app/modules/audit-log/messages", language);
    expect(kinds.filter((key) => !mails.has(key))).toEqual([]);
    expect(systems.filter((key) => !log.has(key))).toEqual([]);
  }
});
