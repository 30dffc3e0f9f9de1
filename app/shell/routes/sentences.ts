// The sentences of one language for the browser: /sentences/es.json
import { gzipSync } from "node:zlib";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { sentencesOf } from "#app/platform/language/catalogue.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { isLanguage } from "#app/platform/language/languages.ts";

const compressed = new Map<Language, Uint8Array<ArrayBuffer>>();

export function loader({ params, request }: LoaderFunctionArgs): Response {
  const language = params["file"]?.replace(/\.json$/, "");
  if (!isLanguage(language)) throw new Response(null, { status: 404 });
  const isVersioned = new URL(request.url).searchParams.has("v");
  const headers = new Headers({
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": isVersioned ? "public, max-age=31536000, immutable" : "public, max-age=60",
    Vary: "Accept-Encoding",
  });
  if (!/\bgzip\b/.test(request.headers.get("Accept-Encoding") ?? ""))
    return new Response(JSON.stringify(sentencesOf(language)), { headers });
  headers.set("Content-Encoding", "gzip");
  return new Response(compressedSentences(language), { headers });
}

/** Compressed once: every first visit of a phone needs them. */
function compressedSentences(language: Language): Uint8Array<ArrayBuffer> {
  const existing = compressed.get(language);
  if (existing) return existing;
  const bytes = new Uint8Array(gzipSync(JSON.stringify(sentencesOf(language)), { level: 9 }));
  compressed.set(language, bytes);
  return bytes;
}
