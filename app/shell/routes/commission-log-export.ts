// The filtered log as a file, with all that is hashed, however long it is: /commission/log/export?format=csv|json
import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvByteOrderMark, csvLine } from "#app/lib/csv/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { AuditLine } from "#app/modules/audit-log/index.server.ts";
import { readAllAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { selectionOf } from "./log-selection.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openDoor(args, { roles: ["commission", "auditor", "administrator"] });
  const pages = readAllAuditEntries(context, selectionOf(args.request));
  const day = context.clock.now().toISOString().slice(0, 10);
  const isJson = new URL(args.request.url).searchParams.get("format") === "json";
  return new Response(streamOf(isJson ? jsonOf(pages) : csvOf(pages)), {
    headers: {
      "Content-Type": isJson ? "application/json; charset=utf-8" : "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="log-${day}.${isJson ? "json" : "csv"}"`,
      "Cache-Control": "no-store",
    },
  });
}

const columns = ["sequence", "at", "actorName", "action", "subjectType", "subjectId", "changes", "details"] as const;
const proofs = ["salt", "previousHash", "hash"] as const;
const names = [...columns, ...proofs];

async function* csvOf(pages: AsyncIterable<readonly AuditLine[]>): AsyncGenerator<string> {
  yield `${csvByteOrderMark}${csvLine([...names])}`;
  for await (const page of pages) yield page.map(lineOf).join("");
}

function lineOf(entry: AuditLine): string {
  return csvLine(
    names.map((name) => (typeof entry[name] === "object" ? JSON.stringify(entry[name]) : String(entry[name]))),
  );
}

async function* jsonOf(pages: AsyncIterable<readonly AuditLine[]>): AsyncGenerator<string> {
  let separator = "[\n";
  for await (const page of pages) {
    for (const entry of page) {
      yield `${separator}${JSON.stringify(entry)}`;
      separator = ",\n";
    }
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}

/** Reads on only as fast as the reader takes it. What fails on the way breaks the answer off, so that nobody takes a part for the whole. */
function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await texts.next();
        if (next.done === true) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      },
      async cancel() {
        await texts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
