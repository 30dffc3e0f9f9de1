// A refusal that a command passes on from the module below is told in that module's words, never as a bare code.
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { languages } from "#app/platform/language/languages.ts";
import { translatorFor } from "#app/platform/language/catalogue.server.ts";
import { useRefusalSentence } from "./use-refusal-sentence.ts";

function Said({ code, details }: { readonly code: string; readonly details?: Record<string, string> }) {
  return <p>{useRefusalSentence("elections")({ code, details }) ?? "nobody's"}</p>;
}

async function said(language: (typeof languages)[number], code: string, details?: Record<string, string>) {
  const i18n = await translatorFor(language);
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <Said code={code} {...(details === undefined ? {} : { details })} />
    </I18nextProvider>,
  );
}

test.each(languages)("a stage that has not begun is told with its name and its moment (%s)", async (language) => {
  const sentence = await said(language, "STAGE_NOT_BEGUN", { stage: "voting", at: "2026-03-10T18:00:00.000Z" });
  expect(sentence).toContain("2026");
  expect(sentence).not.toMatch(/STAGE_NOT_BEGUN|2026-03-10T|\{/);
});

test("a code for which nobody has a sentence is left to the caller", async () => {
  expect(await said("en", "NO_SUCH_CODE_EXISTS")).toBe("<p>nobody&#x27;s</p>");
});
