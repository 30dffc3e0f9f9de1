// One mail of the demonstration as a file that mail programs open.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { readKeptMessage } from "../../queries/demonstration-mailbox.server.ts";
import { openDemonstrationDoor } from "../demonstration-door.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const ground = await openDemonstrationDoor(args);
  const mailId = args.params["mailId"] ?? "";
  const message = await readKeptMessage(ground, mailId);
  if (message === undefined) throw new Response(null, { status: 404 });
  return new Response(new Uint8Array(message), {
    headers: { "Content-Type": "message/rfc822", "Content-Disposition": `attachment; filename="${mailId}.eml"` },
  });
}
