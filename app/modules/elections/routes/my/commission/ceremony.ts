// The ceremony as it stands, for the open page that watches it. Why without a fresh proof: everything in it is public or sealed.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { loadCommissionView } from "./commission-view.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openDoor(args, { roles: ["commission", "auditor"] });
  const view = await loadCommissionView(context, args.params["electionId"]);
  return Response.json(view, { headers: { "Cache-Control": "no-store" } });
}
