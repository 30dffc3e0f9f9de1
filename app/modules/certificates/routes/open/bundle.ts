// The audit bundle of an election as it stands: /elections/:electionId/bundle
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openPublicElection } from "#app/modules/elections/index.server.ts";
import { findPublicBundle } from "../../queries/bundle.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { context, election } = await openPublicElection(args);
  const bundle = await findPublicBundle(context, election.id);
  if (bundle === undefined) throw new Response(null, { status: 404 });
  // Why asked again each time: signatures and the proclamation come into it.
  const validity = { ETag: `"${bundle.hash}"`, "Cache-Control": "no-cache" };
  if (args.request.headers.get("If-None-Match") === validity.ETag)
    return new Response(null, { status: 304, headers: validity });
  const bytes = await bundle.read();
  if (bytes === undefined) throw new Response(null, { status: 404 });
  return new Response(Buffer.from(bytes), {
    headers: {
      ...validity,
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${election.id}.zip"`,
    },
  });
}
