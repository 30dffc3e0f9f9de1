// What the log has since an entry, as JSON, for the page that watches it grow: /commission/log/lines?after=120
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { namesFor, selectionOf } from "./log-selection.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openDoor(args, { roles: ["commission", "auditor", "administrator"] });
  const entries = await listAuditEntries(context, { ...selectionOf(args.request), limit: 100 });
  const shown = entries.map(({ salt: _salt, previousHash: _previous, hash: _hash, ...entry }) => entry);
  return Response.json(
    { entries: shown, names: await namesFor(context, entries) },
    { headers: { "Cache-Control": "no-store" } },
  );
}
