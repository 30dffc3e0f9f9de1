// The sentences of the product, flattened, with what each expects to be filled in.
import IntlMessageFormat from "intl-messageformat";
import { exists, listNames, textOf } from "./source-files.ts";

export const languages = ["es", "en", "pt"] as const;
export type Language = (typeof languages)[number];

/** Every folder of sentences: its namespace and its path. */
export function listNamespaces(): { readonly namespace: string; readonly folder: string }[] {
  const modules = listNames("app/modules").map(({ name }) => ({
    namespace: name,
    folder: `app/modules/${name}/messages`,
  }));
  const building = ["shell", "ui"].map((name) => ({ namespace: name, folder: `app/${name}/messages` }));
  return [...building, ...modules].filter(({ folder }) => exists(folder));
}

/** Key path → sentence. */
export function sentencesIn(folder: string, language: Language): Map<string, string> {
  const path = `${folder}/${language}.json`;
  const flat = new Map<string, string>();
  if (exists(path)) flatten(JSON.parse(textOf(path)), "", flat);
  return flat;
}

function flatten(value: unknown, path: string, into: Map<string, string>): void {
  if (typeof value === "string") {
    into.set(path, value);
    return;
  }
  for (const [key, inner] of Object.entries(value as Record<string, unknown>)) {
    flatten(inner, path === "" ? key : `${path}.${key}`, into);
  }
}

/** The names that a sentence expects, sorted; throws where it is not a sentence. */
export function placeholdersOf(sentence: string, language: Language): string[] {
  const names = new Set<string>();
  collect(new IntlMessageFormat(sentence, language).getAst(), names);
  return [...names].sort();
}

interface AstElement {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly AstElement[] }>>;
  readonly children?: readonly AstElement[];
}

/** Types of the parser: 0 is plain text, 7 the "#" of a plural. */
function collect(elements: readonly unknown[], names: Set<string>): void {
  for (const element of elements as readonly AstElement[]) {
    if (element.type === 0 || element.type === 7) continue;
    names.add(String(element.value));
    for (const option of Object.values(element.options ?? {})) collect(option.value, names);
    collect(element.children ?? [], names);
  }
}
