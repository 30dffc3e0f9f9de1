// The mailbox exists in the demonstration only: there nobody is real, and every mail is anybody's to read.
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Ground } from "#app/platform/context.server.ts";
import { isMarkedAsDemonstration } from "#app/platform/demonstration-mark.server.ts";

/** The ground of a demonstration; 404 elsewhere. */
export async function openDemonstrationDoor({ context }: LoaderFunctionArgs): Promise<Ground> {
  const { ground } = context;
  // Security: the mode is a setting that can be wrong; the mark stands in the database with the people themselves.
  const isOpen = ground.settings.mode === "demonstration" && (await isMarkedAsDemonstration(ground));
  if (!isOpen) throw new Response(null, { status: 404 });
  return ground;
}
