// Wakes the page up in the browser, in the language in which it was rendered.
import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { startTranslator } from "#app/platform/language/translator.client.ts";
import type { Incident } from "#app/shell/ui/incident.ts";
import { IncidentContext, incidentCookieName, readIncident } from "#app/shell/ui/incident.ts";

const translator = await startTranslator(document.documentElement.lang);
const incidentOfFirstPage = readIncident(document.querySelector("[data-incident]")?.getAttribute("data-incident"));

/** The page that came broken says so itself; a later failure is in the cookie that its answer carried. */
function currentIncident(): Incident | undefined {
  const pairs = document.cookie.split("; ").map((pair) => pair.split("="));
  return readIncident(pairs.find(([name]) => name === incidentCookieName)?.[1]) ?? incidentOfFirstPage;
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <IncidentContext.Provider value={currentIncident}>
        <I18nextProvider i18n={translator}>
          <RemixBrowser />
        </I18nextProvider>
      </IncidentContext.Provider>
    </StrictMode>,
  );
});
