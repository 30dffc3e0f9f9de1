// Where the booth says that it is about to open a ballot: POST /elections/:electionId/spoiled {tracker}
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import type { Allowance } from "#app/platform/rate-limits.server.ts";
import { admitAttempt } from "#app/platform/rate-limits.server.ts";
import { spoilBallot } from "../../commands/spoil-ballot.server.ts";

/** A voter checks a few ballots; a program that fills our tables with trackers waits. */
const spoilsFromAddress: Allowance = {
  name: "spoil",
  free: 60,
  firstWaitSeconds: 10,
  longestWaitSeconds: 10 * 60,
  memorySeconds: 60 * 60,
};

const input = z.object({ tracker: z.string().regex(/^[A-Za-z0-9+/]{43}$/) });

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const context = await openVisitorDoor(args);
  const read = input.safeParse(await args.request.json().catch(() => undefined));
  if (!read.success) return Response.json({ code: "BALLOT_INVALID" }, { status: 400 });
  const admission = await admitAttempt(context, spoilsFromAddress, args.context.clientAddress);
  if (!admission.isAdmitted) {
    const headers = { "Retry-After": String(admission.retryAfterSeconds) };
    return Response.json({ code: "TOO_MANY_CASTS" }, { status: 429, headers });
  }
  const electionId = args.params["electionId"] ?? "";
  const spoiled = await spoilBallot(context, { electionId, tracker: read.data.tracker });
  return spoiled.ok ? Response.json({ spoiled: true }) : Response.json({ code: spoiled.error.code }, { status: 409 });
}
