// Tiles of hashes and bundles of entries: /log/tile/0/000, /log/tile/entries/000.p/17. Source: c2sp.org/tlog-tiles.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { readTilePath } from "#app/lib/signed-note/index.ts";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { readTile } from "#app/modules/audit-log/index.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openVisitorDoor(args);
  const address = readTilePath(args.params["*"] ?? "");
  const tile = address && (await readTile(context, address));
  if (tile === undefined) throw new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  return new Response(tile.slice().buffer, {
    headers: {
      "Content-Type": "application/octet-stream",
      "Cache-Control": "public, max-age=31536000, immutable",
      "Access-Control-Allow-Origin": "*",
    },
  });
}
