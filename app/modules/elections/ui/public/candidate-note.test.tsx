// What people read under a candidate's name, in each language.
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { translatorFor } from "#app/platform/language/catalogue.server.ts";
import { CandidateNote } from "./candidate-note.tsx";

// Requirement: CM 11
test.each([
  ["es", "Honduras", "Retirada"],
  ["en", "Honduras", "Withdrawn"],
  ["pt", "Honduras", "Retirada"],
] as const)(
  "whoever withdrew after the sealing is marked where people choose and count (%s)",
  async (language, country, word) => {
    const i18n = await translatorFor(language);
    const noteOf = (withdrawnAt: string | null) =>
      renderToStaticMarkup(
        <I18nextProvider i18n={i18n}>
          <CandidateNote candidate={{ country: "HN", withdrawnAt }} />
        </I18nextProvider>,
      );
    expect(noteOf(null)).toContain(country);
    expect(noteOf(null)).not.toContain(word);
    expect(noteOf("2026-03-10T12:00:00.000Z")).toContain(word);
  },
);
