// The whole public roll as JSON: /elections/:electionId/roll.json
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listWholeRoll } from "../../queries/roll-export.server.ts";
import { requireRollPublic } from "../../queries/roll-publication.server.ts";
import { openPublicElection } from "../public-election.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { context, election } = await openPublicElection(args);
  await requireRollPublic(context, election);
  const roll = await listWholeRoll(context, election.id);
  if (roll === undefined) throw new Response(null, { status: 404 });
  return new Response(JSON.stringify(roll), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="roll-${election.id}-v${roll.rollVersion}.json"`,
    },
  });
}
