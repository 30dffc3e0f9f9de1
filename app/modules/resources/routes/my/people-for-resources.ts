// Suggests people to whoever may name a contact of a network or an AS number.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listOrganizationsOfContact, searchPeople } from "#app/modules/organizations/index.server.ts";
import { managesAnything } from "../../queries/standing.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openDoor(args);
  const administered = await listOrganizationsOfContact(context, context.actor.accountId, "administrative");
  const query = new URL(args.request.url).searchParams.get("query") ?? "";
  // Why nobody and no refusal: the form asks once more when its contact has just been handed over.
  const mayAsk = administered.length > 0 || (await managesAnything(context));
  const { people } = mayAsk ? await searchPeople(context, query.slice(0, 200)) : { people: [] };
  // Why a response: whoever asks for this address outside our pages is answered too.
  return Response.json({ people }, { headers: { "Cache-Control": "no-store" } });
}
