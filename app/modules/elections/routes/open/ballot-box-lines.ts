// The box as JSON, for the page that watches it: /elections/:electionId/box/lines
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { listBallots } from "../../queries/ballot-box.server.ts";
import { countTurnout } from "../../queries/turnout.server.ts";
import { pageOf } from "../public-election.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openVisitorDoor(args);
  const electionId = args.params["electionId"] ?? "";
  const [box, turnout] = await Promise.all([
    listBallots(context, { electionId, page: pageOf(args.request) }),
    countTurnout(context, electionId),
  ]);
  // Why two seconds: a thousand watchers behind one proxy ask us as one.
  return Response.json({ box, turnout }, { headers: { "Cache-Control": "public, max-age=2" } });
}
