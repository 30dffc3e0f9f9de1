// Renders a page to HTML in the reader's language, with the headers that keep it safe.
import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { translatorFor } from "#app/platform/language/catalogue.server.ts";
import { isLanguage } from "#app/platform/language/languages.ts";
import { languageOfRequest } from "#app/platform/language/language-of-request.server.ts";
import { bodyTooLarge } from "#app/platform/http/body-limits.server.ts";
import { incidentOf, noteIncident } from "#app/shell/incidents.server.ts";
import { IncidentContext, incidentCookieName, writeIncident } from "#app/shell/ui/incident.ts";
import { NonceContext } from "#app/shell/ui/nonce.ts";

const renderTimeoutMs = 10_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { cspNonce, ground } = context;
  const rootData = remix.staticHandlerContext.loaderData["root"] as { language?: string } | undefined;
  const language = isLanguage(rootData?.language) ? rootData.language : await languageOfRequest(request);
  const translator = await translatorFor(language);
  const waitForAll = isbot(request.headers.get("User-Agent") ?? "");
  const incident = incidentOf(context);
  return new Promise((resolve, reject) => {
    let answered = incident?.isForbidden ? 403 : status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={cspNonce}>
        <IncidentContext.Provider value={() => incidentOf(context)}>
          <I18nextProvider i18n={translator}>
            <RemixServer context={remix} url={request.url} nonce={cspNonce} />
          </I18nextProvider>
        </IncidentContext.Provider>
      </NonceContext.Provider>,
      {
        nonce: cspNonce,
        [waitForAll ? "onAllReady" : "onShellReady"]() {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Content-Language", language);
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answered }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          answered = 500;
          ground.log.error({ error }, "a page could not be rendered");
        },
      },
    );
    setTimeout(abort, renderTimeoutMs);
  });
}

/** An answer to a script of ours carries the incident in a cookie, because Remix hides the error itself from the browser. */
export function handleDataRequest(response: Response, { context }: { context: AppLoadContext }): Response {
  const incident = incidentOf(context);
  if (incident) {
    response.headers.append(
      "Set-Cookie",
      `${incidentCookieName}=${writeIncident(incident)}; Path=/; Max-Age=30; SameSite=Strict`,
    );
  }
  return response;
}

export function handleError(error: unknown, { request, context, params }: LoaderFunctionArgs): void {
  if (request.signal.aborted || (error as { code?: unknown } | null)?.code === bodyTooLarge) return;
  noteIncident(error, request, context, params);
}
