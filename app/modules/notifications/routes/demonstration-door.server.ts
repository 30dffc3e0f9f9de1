// The mailbox exists in the demonstration only: there nobody is real, and every mail is anybody's to read.
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Ground } from "#app/platform/context.server.ts";

/** The ground of a demonstration; 404 elsewhere. */
export function openDemonstrationDoor({ context }: LoaderFunctionArgs): Ground {
  if (context.ground.settings.mode !== "demonstration") throw new Response(null, { status: 404 });
  return context.ground;
}
