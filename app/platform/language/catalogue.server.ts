// All sentences of the product, read from every messages/ folder once. A folder's owner is its namespace.
import { readdirSync, readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import i18next from "i18next";
import type { i18n, TFunction } from "i18next";
import ICU from "i18next-icu";
import type { Language } from "./languages.ts";
import { defaultLanguage, languages } from "./languages.ts";

/** namespace → key → sentence (nested objects allowed). */
export type Sentences = Record<string, Record<string, unknown>>;

let cached: Record<Language, Sentences> | undefined;

/** The sentences of one language, by namespace. */
export function sentencesOf(language: Language): Sentences {
  cached ??= Object.fromEntries(languages.map((each) => [each, readSentences(each)])) as Record<Language, Sentences>;
  return cached[language];
}

/** Changes when a sentence changes: the browser may keep what it fetched for ever. */
export function sentencesVersion(language: Language): string {
  return createHash("sha256")
    .update(JSON.stringify(sentencesOf(language)))
    .digest("base64url")
    .slice(0, 12);
}

const instances = new Map<Language, i18n>();

/** An i18next instance that speaks one language. */
export async function translatorFor(language: Language): Promise<i18n> {
  const existing = instances.get(language);
  if (existing) return existing;
  const instance = i18next.createInstance();
  await instance.use(ICU).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: sentencesOf(language) },
    ns: Object.keys(sentencesOf(language)),
    defaultNS: "shell",
    interpolation: { escapeValue: false },
  });
  instances.set(language, instance);
  return instance;
}

/** The translating function for one language and namespace, for mails and the command line. */
export async function sentencesFor(language: Language, namespace: string): Promise<TFunction> {
  return (await translatorFor(language)).getFixedT(language, namespace);
}

function readSentences(language: Language): Sentences {
  const sentences: Sentences = {};
  for (const [namespace, folder] of messageFolders()) {
    try {
      sentences[namespace] = JSON.parse(readFileSync(join(folder, `${language}.json`), "utf8")) as Record<
        string,
        unknown
      >;
    } catch (error) {
      throw new Error(`The sentences ${folder}/${language}.json cannot be read: ${String(error)}`);
    }
  }
  return sentences;
}

// Why from disk and not through the bundler: mails and the command line run without it.
function messageFolders(): [string, string][] {
  const root = join(process.cwd(), "app");
  const owners: [string, string][] = ["shell", "ui"].map((name) => [name, join(root, name, "messages")]);
  for (const name of readdirSync(join(root, "modules"))) owners.push([name, join(root, "modules", name, "messages")]);
  return owners.filter(([, folder]) => folderHasFile(folder, `${defaultLanguage}.json`));
}

function folderHasFile(folder: string, file: string): boolean {
  try {
    return readdirSync(folder).includes(file);
  } catch {
    // Why: a module without sentences has no such folder.
    return false;
  }
}
