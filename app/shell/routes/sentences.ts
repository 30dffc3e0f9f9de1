// The sentences of one language for the browser: /sentences/es.json
import type { LoaderFunctionArgs } from "@remix-run/node";
import { sentencesOf } from "#app/platform/language/catalogue.server.ts";
import { isLanguage } from "#app/platform/language/languages.ts";

export function loader({ params, request }: LoaderFunctionArgs): Response {
  const language = params["file"]?.replace(/\.json$/, "");
  if (!isLanguage(language)) throw new Response(null, { status: 404 });
  const isVersioned = new URL(request.url).searchParams.has("v");
  return Response.json(sentencesOf(language), {
    headers: { "Cache-Control": isVersioned ? "public, max-age=31536000, immutable" : "public, max-age=60" },
  });
}
