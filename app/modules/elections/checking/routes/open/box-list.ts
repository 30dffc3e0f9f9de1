// The whole list of the box as JSON: /elections/:electionId/box/list
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { findBoxList } from "../../queries/box-list.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openVisitorDoor(args);
  const list = await findBoxList(context, args.params["electionId"] ?? "");
  if (list === undefined) return new Response(null, { status: 404 });
  return Response.json(list, { headers: { "Cache-Control": "public, max-age=5" } });
}
