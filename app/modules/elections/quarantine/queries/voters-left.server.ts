// How many voters a count would still be about, after what decisions leave out. Source: ballot-protocol.md §14 (a total over few voters
// tells how they voted); CM/Rec(2017)5 no. 26 (no small classes, and no way to open a single ballot).
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { smallestClass } from "../../domain/privacy-guard.ts";
import { leftOutBallots } from "./left-out-ballots.server.ts";

/**
 * Refuses a decision that leaves too few; asked after it was written, so that what it leaves out is already missing.
 *
 * Security: otherwise two members could leave out all ballots but one, and the trustees would open that one as if it were the sum.
 */
export async function requireEnoughVoters(
  context: ReadingContext,
  electionId: string,
): Promise<Result<void, Refusal<"TOO_FEW_VOTERS_LEFT">>> {
  const leftOut = await leftOutBallots(context, electionId);
  const ballots = await context.database.ballot.findMany({
    where: { electionId },
    select: { tracker: true, credential: true },
  });
  const counted = new Set(ballots.filter(({ tracker }) => !leftOut.has(tracker)).map(({ credential }) => credential));
  const left = counted.size - (await mandatesAwaited(context, electionId));
  return left >= smallestClass ? ok(undefined) : refuse("TOO_FEW_VOTERS_LEFT", { fewest: smallestClass });
}

/** Mandates that voted and are left out, but whose credential nobody has shown yet: their ballots will be missing too. */
async function mandatesAwaited(context: ReadingContext, electionId: string): Promise<number> {
  const awaited = await context.database.dispute.findMany({
    where: { electionId, state: "excluded", kind: "mandate", credential: null },
    select: { rollEntryId: true },
  });
  const entries = [...new Set(awaited.flatMap(({ rollEntryId }) => rollEntryId ?? []))];
  return context.database.rollEntry.count({ where: { id: { in: entries }, hasVoted: true } });
}
