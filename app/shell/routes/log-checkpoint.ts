// The latest checkpoint of the log with its cosignatures: /log/checkpoint. Source: c2sp.org/tlog-tiles "Checkpoints".
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { findLatestCheckpoint } from "#app/modules/audit-log/index.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openVisitorDoor(args);
  const checkpoint = await findLatestCheckpoint(context);
  if (checkpoint === undefined) throw new Response(null, { status: 404 });
  return new Response(checkpoint.note, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      // Why two seconds: many monitors behind one proxy ask us as one, and nobody is given an old checkpoint.
      "Cache-Control": "public, max-age=2",
      "Access-Control-Allow-Origin": "*",
    },
  });
}
