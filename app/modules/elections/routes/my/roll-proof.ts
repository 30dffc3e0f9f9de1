// The proof of one roll entry as a file, for its own contacts.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { findRollProof } from "../../queries/roll-proof.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openDoor(args);
  const electionId = args.params["electionId"] ?? "";
  const rollEntryId = new URL(args.request.url).searchParams.get("entry") ?? "";
  const proof = await findRollProof(context, { electionId, rollEntryId, accountId: context.actor.accountId });
  if (proof === undefined) throw new Response(null, { status: 404 });
  return new Response(`${JSON.stringify(proof, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="roll-proof-${proof.public.handle}.json"`,
      "Cache-Control": "no-store",
    },
  });
}
