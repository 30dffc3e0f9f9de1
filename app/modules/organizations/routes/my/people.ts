// Suggests people to whoever may name a contact.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { findPeople } from "../../queries/find-people.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openDoor(args);
  const query = new URL(args.request.url).searchParams.get("query") ?? "";
  const { people } = await findPeople(context, query.slice(0, 200)).catch((error: unknown) => {
    // Why here: a failure of an address without a page would be answered as a fault of ours.
    if (error instanceof NotPermitted) throw new Response(null, { status: 403 });
    throw error;
  });
  // Why a response: whoever asks for this address outside our pages is answered too.
  return Response.json({ people }, { headers: { "Cache-Control": "no-store" } });
}
