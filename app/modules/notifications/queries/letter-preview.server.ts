// A mail as it will be read, for who writes its words. Only what the writer hands in is in it.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { renderLetter } from "#emails/catalogue.ts";

/** Subject, text and HTML, as the mail room would write them. */
export function previewLetter(
  { settings }: Pick<ReadingContext, "settings">,
  template: string,
  language: Language,
  properties: Readonly<Record<string, Json>>,
): Promise<{ readonly subject: string; readonly text: string; readonly html: string }> {
  const house = { baseUrl: settings.baseUrl, isDemonstration: settings.mode === "demonstration" };
  return renderLetter(template, language, properties, house);
}
