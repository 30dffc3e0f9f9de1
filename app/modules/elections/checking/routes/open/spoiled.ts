// Where the booth says that it is about to open a ballot: POST /elections/:electionId/spoiled {tracker}, with the keys of its mail
// where nobody has signed in.
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Allowance } from "#app/platform/rate-limits.server.ts";
import { admitAttempt } from "#app/platform/rate-limits.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { counterKey, keyInput, readJson } from "../../../routes/ballots.server.ts";
import { admitWrongKeys } from "../../../routes/link-door.server.ts";
import { requireVoter, spoilBallot } from "../../commands/spoil-ballot.server.ts";

/** A voter checks a few ballots; a program that fills our tables with trackers waits. */
const spoilsOfVoter: Allowance = {
  name: "spoil",
  free: 60,
  firstWaitSeconds: 10,
  longestWaitSeconds: 10 * 60,
  memorySeconds: 60 * 60,
};

const input = z.strictObject({
  tracker: z.string().regex(/^[A-Za-z0-9+/]{43}$/),
  accessKey: keyInput.optional(),
  secondKey: keyInput.optional(),
});

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const context = await openVisitorDoor(args);
  const read = input.safeParse(await readJson(args.request));
  if (!read.success) return Response.json({ code: "BALLOT_INVALID" }, { status: 400 });
  const electionId = args.params["electionId"] ?? "";
  const address = args.context.clientAddress;
  try {
    const voter = await requireVoter(context, electionId, read.data);
    if (!voter.ok) return await turnAway(context, address, voter.error.code);
    // Why by voter too: nobody uses up the allowance of another one at the same address.
    const admission = await admitAttempt(context, spoilsOfVoter, counterKey(context, `${address} ${voter.value}`));
    if (!admission.isAdmitted) return waits(admission.retryAfterSeconds);
    const spoiled = await spoilBallot(context, { electionId, ...read.data });
    return spoiled.ok ? Response.json({ spoiled: true }) : Response.json({ code: spoiled.error.code }, { status: 409 });
  } catch (error) {
    if (!(error instanceof NotPermitted)) throw error;
    return turnAway(context, address, "NOT_YOUR_ORGANIZATION");
  }
}

async function turnAway(context: Context, address: string, code: string): Promise<Response> {
  const admission = await admitWrongKeys(context, address);
  return admission.isAdmitted ? Response.json({ code }, { status: 403 }) : waits(admission.retryAfterSeconds);
}

function waits(seconds: number): Response {
  return Response.json({ code: "TOO_MANY_CASTS" }, { status: 429, headers: { "Retry-After": String(seconds) } });
}
