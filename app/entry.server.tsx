// Renders a page to HTML in the reader's language, with the headers that keep it safe.
import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { translatorFor } from "#app/platform/language/catalogue.server.ts";
import { isLanguage } from "#app/platform/language/languages.ts";
import { languageOfRequest } from "#app/platform/language/language-of-request.server.ts";
import { NonceContext } from "#app/shell/ui/nonce.ts";

const renderTimeoutMs = 10_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { cspNonce, ground }: AppLoadContext,
): Promise<Response> {
  const rootData = remix.staticHandlerContext.loaderData["root"] as { language?: string } | undefined;
  const language = isLanguage(rootData?.language) ? rootData.language : await languageOfRequest(request);
  const translator = await translatorFor(language);
  const waitForAll = isbot(request.headers.get("User-Agent") ?? "");
  return new Promise((resolve, reject) => {
    let answered = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={cspNonce}>
        <I18nextProvider i18n={translator}>
          <RemixServer context={remix} url={request.url} nonce={cspNonce} />
        </I18nextProvider>
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

export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted) return;
  context.ground.log.error({ error, method: request.method, path: new URL(request.url).pathname }, "a request failed");
}
