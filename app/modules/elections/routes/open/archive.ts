// The public archive of an election as it stands at this moment: /elections/:electionId/archive; with ?series=box the whole box, where
// something was left out of the count by decision
import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { streamArchive } from "../../queries/archive.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openVisitorDoor(args);
  const electionId = args.params["electionId"] ?? "";
  const isBox = new URL(args.request.url).searchParams.get("series") === "box";
  const archive = await streamArchive(context, electionId, { isBox });
  if (archive === undefined) throw new Response(null, { status: 404 });
  return new Response(createReadableStreamFromReadable(Readable.from(archive)), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="${electionId}${isBox ? "-box" : ""}.bel"`,
      // Why: the archive grows with every ballot; nobody is to be given yesterday's.
      "Cache-Control": "no-store",
    },
  });
}
