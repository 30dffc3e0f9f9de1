// What a voter reads when her ballot got no answer: that her own device has no connection, where it has none.
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { translatorFor } from "#app/platform/language/catalogue.server.ts";
import { StepCasting } from "./step-casting.tsx";

test.each([
  ["es", "Este dispositivo está sin conexión", "El servidor no respondió"],
  ["en", "This device has no connection", "The server did not answer"],
  ["pt", "Este dispositivo está sem conexão", "O servidor não respondeu"],
] as const)(
  "without a connection the booth says so, and does not blame the server (%s)",
  async (language, own, its) => {
    const i18n = await translatorFor(language);
    const cast = { progress: "failed", problem: { kind: "no-answer" }, receipt: null } as const;
    const told = (isOnline: boolean) =>
      renderToStaticMarkup(
        <I18nextProvider i18n={i18n}>
          <StepCasting
            electionId="1"
            casts={["1", "2"].map((entryId) => ({ ...cast, entryId }))}
            entries={[]}
            isPausing={false}
            isOnline={isOnline}
            onHurry={() => undefined}
            onTryAgain={() => undefined}
            onChangeCode={() => undefined}
            onBack={() => undefined}
          />
        </I18nextProvider>,
      );
    expect(told(false).split(own), "once for both ballots").toHaveLength(2);
    expect(told(false)).not.toContain(its);
    expect(told(true)).toContain(its);
    expect(told(true)).not.toContain(own);
  },
);
