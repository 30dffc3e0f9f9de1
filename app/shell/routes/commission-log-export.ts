// The filtered log as a file, with all that is hashed, however long it is: /commission/log/export?format=csv|json
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { AuditLine } from "#app/modules/audit-log/index.server.ts";
import { readAllAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { answerCsv, answerFile } from "#app/platform/http/file-answer.server.ts";
import { selectionOf } from "./log-selection.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openDoor(args, { roles: ["commission", "auditor", "administrator"] });
  const pages = readAllAuditEntries(context, selectionOf(args.request));
  const day = context.clock.now().toISOString().slice(0, 10);
  const isJson = new URL(args.request.url).searchParams.get("format") === "json";
  if (isJson) return answerFile(`log-${day}.json`, "application/json", jsonOf(pages));
  return answerCsv(`log-${day}`, names, linesOf(pages));
}

const columns = ["sequence", "at", "actorName", "action", "subjectType", "subjectId", "changes", "details"] as const;
const proofs = ["salt", "previousHash", "hash"] as const;
const names = [...columns, ...proofs];

async function* linesOf(pages: AsyncIterable<readonly AuditLine[]>): AsyncGenerator<string[][]> {
  for await (const page of pages) yield page.map(cellsOf);
}

function cellsOf(entry: AuditLine): string[] {
  return names.map((name) => (typeof entry[name] === "object" ? JSON.stringify(entry[name]) : String(entry[name])));
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
