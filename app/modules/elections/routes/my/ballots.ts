// Where the booth sends ballots and feels the pulse of the election. It answers in JSON and never shows a page,
// so that nothing that goes wrong can take the voter away from her choices.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { trackerOf } from "#app/lib/ballot-protocol/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { Allowance } from "#app/platform/rate-limits.server.ts";
import { admitAttempt } from "#app/platform/rate-limits.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { CastBallotInput } from "../../commands/cast-ballot.server.ts";
import { castBallot } from "../../commands/cast-ballot.server.ts";
import { findBallot } from "../../queries/ballot-box.server.ts";
import { findPhase } from "../../queries/phase.server.ts";
import type { BoothPulse, CastAnswer } from "../../ui/booth/cast-answer.ts";

/** Verifying a ballot is work; nobody honest casts twenty in an hour for one organisation. */
const castsOfEntry: Allowance = {
  name: "cast",
  free: 20,
  firstWaitSeconds: 30,
  longestWaitSeconds: 15 * 60,
  memorySeconds: 60 * 60,
};

const input = z.object({ rollEntryId: z.string().min(1), ballot: z.string().min(1), bindingKey: z.string().min(1) });

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openDoor(args);
  const phase = await findPhase(context, args.params["electionId"] ?? "");
  if (phase === undefined) return new Response(null, { status: 404 });
  return answer<BoothPulse>({ phase, now: context.clock.now().toISOString() }, 200);
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  // Source: CM/Rec(2017)5 no. 8: casting asks for a fresh proof of who votes; the booth keeps the choices meanwhile.
  const context = await openDoor(args, { steppedUp: true });
  const read = input.safeParse(await readJson(args.request));
  if (!read.success) return answer<CastAnswer>({ outcome: "refused", code: "BALLOT_INVALID" }, 400);
  const admission = await admitAttempt(context, castsOfEntry, castKey(context, read.data.rollEntryId));
  if (!admission.isAdmitted) return tooManyCasts(admission.retryAfterSeconds);
  try {
    const cast = await castOrFind(context, { electionId: args.params["electionId"] ?? "", ...read.data });
    return answer<CastAnswer>(cast, cast.outcome === "accepted" ? 200 : 409);
  } catch (error) {
    if (!(error instanceof NotPermitted)) throw error;
    return answer<CastAnswer>({ outcome: "refused", code: "NOT_YOUR_ORGANIZATION" }, 403);
  }
}

/** Why a ballot that is in the box already is a success, even after the close: its first answer was lost and the booth asked again. */
async function castOrFind(context: Context, ballot: CastBallotInput): Promise<CastAnswer> {
  const cast = await castBallot(context, ballot);
  if (cast.ok) {
    const { tracker, position, castAt } = cast.value;
    return { outcome: "accepted", tracker, position, castAt: castAt.toISOString() };
  }
  if (cast.error.code === "BALLOT_ALREADY_IN_BOX" || cast.error.code === "VOTING_CLOSED") {
    const line = await findBallot(context, { electionId: ballot.electionId, tracker: trackerOf(ballot.ballot) });
    if (line) return { outcome: "accepted", tracker: line.tracker, position: line.position, castAt: null };
  }
  return { outcome: "refused", code: cast.error.code };
}

let processSecret: string | undefined;

/**
 * Privacy: the counters have times, and must not tell when an organisation voted; only this process, while it runs, can
 * find the counter of an entry. Why the account too: nobody uses up the allowance of somebody else's entry.
 */
function castKey({ actor, random }: PersonContext, rollEntryId: string): string {
  processSecret ??= randomIdentifier(random);
  return `${processSecret} ${actor.accountId} ${rollEntryId}`;
}

function tooManyCasts(seconds: number): Response {
  const refused = answer<CastAnswer>({ outcome: "refused", code: "TOO_MANY_CASTS" }, 429);
  refused.headers.set("Retry-After", String(seconds));
  return refused;
}

function answer<Body>(body: Body, status: number): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
