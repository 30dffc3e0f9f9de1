// A page or a piece of one as a reader of a language gets it from the server.
import type { ReactNode } from "react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { StaticRouter } from "react-router-dom/server.js";
import { translatorFor } from "#app/platform/language/catalogue.server.ts";
import type { Language } from "#app/platform/language/languages.ts";

/** The markup. */
export async function asRead(language: Language, piece: ReactNode): Promise<string> {
  const i18n = await translatorFor(language);
  const routed = createElement(StaticRouter, { location: "/", children: piece });
  return renderToStaticMarkup(createElement(I18nextProvider, { i18n }, routed));
}
