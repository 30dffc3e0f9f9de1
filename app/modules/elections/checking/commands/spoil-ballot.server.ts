// A voter had her browser open a ballot to check it: that ballot may never be cast, or its opening would prove a choice to others.
// Privacy: the tracker says nothing of the choice or the voter, and a ballot that was not cast is in no list.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { phaseOf } from "../../domain/phase.ts";
import { lockBox } from "../../commands/lock-election.server.ts";

export type SpoilBallotRefusal = Refusal<"BALLOT_ALREADY_IN_BOX" | "VOTING_NOT_OPEN">;

export interface SpoilBallotInput {
  readonly electionId: string;
  readonly tracker: string;
}

/** After this the browser may show the opening: casting the ballot is refused from here on. */
export async function spoilBallot(
  context: Context,
  { electionId, tracker }: SpoilBallotInput,
): Promise<Result<void, SpoilBallotRefusal>> {
  return inTransaction(context, async (within) => {
    // Privacy: as for a cast ballot, the log has no entry that would stand beside somebody's sign-in.
    const isKnown = await within.database.election.findUnique({ where: { id: electionId }, select: { id: true } });
    if (isKnown === null) return refuse("VOTING_NOT_OPEN");
    const box = await lockBox(within, electionId);
    if (phaseOf(box, within.clock.now()) !== "open") return refuse("VOTING_NOT_OPEN");
    const isCast = await within.database.ballot.findFirst({ where: { electionId, tracker } });
    if (isCast) return refuse("BALLOT_ALREADY_IN_BOX");
    await within.database.spoiledBallot.upsert({
      where: { electionId_tracker: { electionId, tracker } },
      create: { electionId, tracker },
      update: {},
    });
    return ok(undefined);
  });
}
