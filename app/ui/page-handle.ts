// How a route names its page for the browser's tab. The document reads it again when the language changes,
// which Remix's meta function could not do.
import type { TFunction } from "i18next";
import type { Language } from "#app/platform/language/languages.ts";

/** `export const handle: PageHandle = { title: "elections:list.title" }`, or a function of what the loader returned. */
export interface PageHandle<Loaded = unknown> {
  readonly title:
    string | ((page: { readonly loaded: Loaded; readonly t: TFunction; readonly language: Language }) => string);
}
