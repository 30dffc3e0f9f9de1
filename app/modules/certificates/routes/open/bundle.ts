// The audit bundle of an election as it stands: /elections/:electionId/bundle
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openPublicElection } from "#app/modules/elections/index.server.ts";
import { readBundle } from "../../queries/bundle.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { context, election } = await openPublicElection(args);
  const bundle = await readBundle(context, election.id);
  if (bundle === undefined) throw new Response(null, { status: 404 });
  return new Response(Buffer.from(bundle), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${election.id}.zip"`,
      // Why: signatures and the proclamation come into it.
      "Cache-Control": "no-store",
    },
  });
}
