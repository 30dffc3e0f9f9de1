// The filtered log as a file, with all that is hashed: /commission/log/export?format=csv|json
import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvByteOrderMark, csvLine } from "#app/lib/csv/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { AuditLine } from "#app/modules/audit-log/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { selectionOf } from "./log-selection.server.ts";

const mostEntries = 100_000;

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openDoor(args, { roles: ["commission", "auditor", "administrator"] });
  const entries = await listAuditEntries(context, { ...selectionOf(args.request), limit: mostEntries });
  const day = context.clock.now().toISOString().slice(0, 10);
  const isJson = new URL(args.request.url).searchParams.get("format") === "json";
  return new Response(isJson ? JSON.stringify(entries, null, 1) : csvOf(entries), {
    headers: {
      "Content-Type": isJson ? "application/json; charset=utf-8" : "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="log-${day}.${isJson ? "json" : "csv"}"`,
      "Cache-Control": "no-store",
    },
  });
}

const columns = ["sequence", "at", "actorName", "action", "subjectType", "subjectId", "changes", "details"] as const;
const proofs = ["salt", "previousHash", "hash"] as const;

function csvOf(entries: readonly AuditLine[]): string {
  const names = [...columns, ...proofs];
  const lines = entries.map((entry) =>
    csvLine(names.map((name) => (typeof entry[name] === "object" ? JSON.stringify(entry[name]) : String(entry[name])))),
  );
  return `${csvByteOrderMark}${csvLine([...names])}${lines.join("")}`;
}
