// An answer that is a file to keep, sent while it is written, however long it is.
import { ReadableStream } from "node:stream/web";
import { csvByteOrderMark, csvLine } from "#app/lib/csv/index.ts";

type Lines = readonly (readonly (string | number)[])[];

/** A table; its lines come in parts, of which only one is in memory. */
export function answerCsv(
  name: string,
  header: readonly string[],
  parts: AsyncIterable<Lines> | Iterable<Lines>,
): Response {
  return answerFile(`${name}.csv`, "text/csv", textsOf(header, parts));
}

async function* textsOf(header: readonly string[], parts: AsyncIterable<Lines> | Iterable<Lines>) {
  yield csvByteOrderMark + csvLine(header);
  for await (const lines of parts) yield lines.map(csvLine).join("");
}

/** Reads on only as fast as the reader takes it. What fails on the way breaks the answer off, so that nobody takes a part for the whole. */
export function answerFile(name: string, contentType: string, texts: AsyncIterable<string>): Response {
  return new Response(ReadableStream.from(bytesOf(texts)) as BodyInit, {
    headers: {
      "Content-Type": `${contentType}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}

async function* bytesOf(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
