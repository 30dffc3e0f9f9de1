// Everybody who gets a voting code, for the browser of the commission member who makes the codes.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listCodeRecipients } from "../../../queries/commission.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const recipients = await listCodeRecipients(context, args.params["electionId"] ?? "");
  return Response.json(recipients, { headers: { "Cache-Control": "no-store" } });
}
