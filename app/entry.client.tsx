// Wakes the page up in the browser, in the language in which it was rendered.
import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { startTranslator } from "#app/platform/language/translator.client.ts";
import type { Incident } from "#app/shell/ui/incident.ts";
import { IncidentContext, incidentCookieName, readIncident } from "#app/shell/ui/incident.ts";

const translator = await startTranslator(document.documentElement.lang);
let incidentOfFirstPage = readIncident(document.querySelector("[data-incident]")?.getAttribute("data-incident"));
takeIncidentCookie();
const known = new WeakMap<Error, Incident | undefined>();

/** The page that came broken says its incident itself; a later failure left it in the cookie of its answer. Each is taken once. */
function incidentFor(error: unknown): Incident | undefined {
  if (!(error instanceof Error)) return undefined;
  if (!known.has(error)) {
    known.set(error, incidentOfFirstPage ?? takeIncidentCookie());
    incidentOfFirstPage = undefined;
  }
  return known.get(error);
}

function takeIncidentCookie(): Incident | undefined {
  const pairs = document.cookie.split("; ").map((pair) => pair.split("="));
  document.cookie = `${incidentCookieName}=; Path=/; Max-Age=0; SameSite=Strict`;
  return readIncident(pairs.find(([name]) => name === incidentCookieName)?.[1]);
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <IncidentContext.Provider value={incidentFor}>
        <I18nextProvider i18n={translator}>
          <RemixBrowser />
        </I18nextProvider>
      </IncidentContext.Provider>
    </StrictMode>,
  );
});
