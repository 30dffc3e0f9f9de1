// What the voter is told before anything else: whether this vote is real. Source: CM/Rec(2017)5 no. 4.
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { StaticRouter } from "react-router-dom/server.js";
import { expect, test } from "vitest";
import { translatorFor } from "#app/platform/language/catalogue.server.ts";
import type { BoothElection } from "./booth-election.ts";
import { BoothPage } from "./booth-page.tsx";

const election: BoothElection = {
  id: "election",
  title: { es: "Directorio", en: "Board", pt: "Diretoria" },
  isTest: false,
  phase: "open",
  group: "Ed25519",
  opensAt: "2026-03-09T18:00:00.000Z",
  closesAt: "2026-03-16T18:00:00.000Z",
  contests: [],
  electionPayload: "",
  now: "2026-03-10T18:00:00.000Z",
};

// Requirement: CM 4
test.each([
  ["es", "Esta es una votación real", "Esta es una elección de prueba"],
  ["en", "This is a real vote", "This is a test election"],
  ["pt", "Esta é uma votação real", "Esta é uma eleição de teste"],
] as const)(
  "the booth says that the vote is real, or that it is a test, and never both (%s)",
  async (language, real, practice) => {
    const i18n = await translatorFor(language);
    const told = (wish: Partial<BoothElection>) => {
      const page = renderToStaticMarkup(
        <I18nextProvider i18n={i18n}>
          <StaticRouter location="/">
            <BoothPage
              election={{ ...election, ...wish }}
              entries={[]}
              channel={{ kind: "link", ballotsAddress: "/vote/election/ballots" }}
            />
          </StaticRouter>
        </I18nextProvider>,
      );
      return [real, practice].filter((words) => page.includes(words));
    };
    expect(told({})).toEqual([real]);
    expect(told({ isTest: true })).toEqual([practice]);
    expect(told({ phase: "sealed" }), "where nobody votes yet nothing is a real vote").toEqual([]);
    expect(told({ phase: "sealed", isTest: true })).toEqual([practice]);
  },
);
