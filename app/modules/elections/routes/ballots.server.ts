// What every place has in common where ballots arrive: how often one may cast, and what the booth is answered.
import { z } from "zod";
import { trackerOf } from "#app/lib/ballot-protocol/index.ts";
import type { Result } from "#app/lib/result/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { Allowance } from "#app/platform/rate-limits.server.ts";
import { admitAttempt } from "#app/platform/rate-limits.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { BallotReceipt, CastBallotInput, CastBallotRefusal } from "../commands/cast-ballot.server.ts";
import { longestBallot } from "../commands/cast-ballot.server.ts";
import { findBallot } from "../queries/ballot-box.server.ts";
import { findPhase } from "../queries/phase.server.ts";
import type { BoothPulse, CastAnswer } from "../ui/booth/cast-answer.ts";

/** Verifying a ballot is work; nobody honest casts twenty in an hour for one organisation. */
const castsOfEntry: Allowance = {
  name: "cast",
  free: 20,
  firstWaitSeconds: 30,
  longestWaitSeconds: 15 * 60,
  memorySeconds: 60 * 60,
};

/** A key that the booth made of a code. */
export const keyInput = z.string().regex(/^[0-9a-f]{64}$/);

const input = z.strictObject({
  rollEntryId: z.string().min(1).max(64),
  ballot: z.string().min(1).max(longestBallot),
  bindingKey: keyInput,
  /** Only where nobody has signed in. */
  accessKey: keyInput.optional(),
  secondKey: keyInput.optional(),
});

type Cast = (input: CastBallotInput) => Promise<Result<BallotReceipt, CastBallotRefusal>>;

export interface Casting {
  readonly context: Context;
  readonly request: Request;
  readonly electionId: string;
  /** Whose attempts are counted: nobody uses up the allowance of somebody else's entry. */
  readonly who: string;
  /** Answers in the place of the box, before the attempt is counted, to whoever may not cast here. */
  readonly turnAway?: (ballot: CastBallotInput) => Promise<Response | undefined>;
}

/** Reads a ballot, counts the attempt, casts it and answers. */
export async function answerCast(casting: Casting, cast: Cast): Promise<Response> {
  const { context, request, electionId, who } = casting;
  const read = input.safeParse(await readJson(request));
  if (!read.success) return answer<CastAnswer>({ outcome: "refused", code: "BALLOT_INVALID" }, 400);
  const turnedAway = await casting.turnAway?.({ electionId, ...read.data });
  if (turnedAway !== undefined) return turnedAway;
  const admission = await admitAttempt(context, castsOfEntry, counterKey(context, `${who} ${read.data.rollEntryId}`));
  if (!admission.isAdmitted) return tooMany(admission.retryAfterSeconds);
  try {
    const outcome = await castOrFind(context, { electionId, ...read.data }, cast);
    return answer<CastAnswer>(outcome, outcome.outcome === "accepted" ? 200 : 409);
  } catch (error) {
    if (!(error instanceof NotPermitted)) throw error;
    return answerRefused("NOT_YOUR_ORGANIZATION", 403);
  }
}

export function answerRefused(code: string, status: number): Response {
  return answer<CastAnswer>({ outcome: "refused", code }, status);
}

/** How the election stands at this moment. */
export async function answerPulse(context: Context, electionId: string): Promise<Response> {
  const found = await findPhase(context, electionId);
  if (found === undefined) return new Response(null, { status: 404 });
  return answer<BoothPulse>({ ...found, now: context.clock.now().toISOString() }, 200);
}

/** Why a ballot that is in the box already is a success, even after the close: its first answer was lost and the booth asked again. */
async function castOrFind(context: Context, ballot: CastBallotInput, cast: Cast): Promise<CastAnswer> {
  const done = await cast(ballot);
  if (done.ok) {
    const { tracker, position, castAt } = done.value;
    return { outcome: "accepted", tracker, position, castAt: castAt.toISOString() };
  }
  const mayBeInBox = ["BALLOT_ALREADY_IN_BOX", "VOTING_CLOSED", "ALREADY_VOTED"].includes(done.error.code);
  const line = mayBeInBox
    ? await findBallot(context, { electionId: ballot.electionId, tracker: trackerOf(ballot.ballot) })
    : undefined;
  if (line) return { outcome: "accepted", tracker: line.tracker, position: line.position, castAt: null };
  return { outcome: "refused", code: done.error.code };
}

let processSecret: string | undefined;

/** Privacy: the counters have times, and must not tell when somebody voted; only this process, while it runs, can find one. */
export function counterKey({ random }: Context, who: string): string {
  processSecret ??= randomIdentifier(random);
  return `${processSecret} ${who}`;
}

export function tooMany(seconds: number): Response {
  const refused = answer<CastAnswer>({ outcome: "refused", code: "TOO_MANY_CASTS" }, 429);
  refused.headers.set("Retry-After", String(seconds));
  return refused;
}

export function answer<Body>(body: Body, status: number): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}

export async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
