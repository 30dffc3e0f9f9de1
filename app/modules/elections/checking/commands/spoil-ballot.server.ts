// A voter had her browser open a ballot to check it: that ballot may never be cast, or its opening would prove a choice to others.
// Privacy: the tracker says nothing of the choice or the voter, and a ballot that was not cast is in no list.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { isPermitted, NotPermitted } from "#app/platform/permissions/actor.ts";
import { lockBox } from "../../commands/lock-election.server.ts";
import { phaseOf } from "../../domain/phase.ts";
import { permissions } from "../../module.ts";
import type { LinkProof } from "../../queries/link-proof.server.ts";
import { onRoll } from "../../queries/roll-tree.server.ts";
import { findEntryOfCode } from "../../queries/voter-help.server.ts";

export type SpoilBallotRefusal = Refusal<
  "BALLOT_ALREADY_IN_BOX" | "VOTING_NOT_OPEN" | "SECOND_CODE_DIFFERS" | "CODE_MAIL_RETURNED"
>;

export interface SpoilBallotInput extends LinkProof {
  readonly electionId: string;
  readonly tracker: string;
}

/** After this the browser may show the opening: casting the ballot is refused from here on. */
export async function spoilBallot(
  context: Context,
  { electionId, tracker, ...proof }: SpoilBallotInput,
): Promise<Result<void, SpoilBallotRefusal>> {
  const standing = await requireVoter(context, electionId, proof);
  if (!standing.ok) return standing;
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

/**
 * Only who could cast a ballot here may spoil one: with her account, with the two codes of her mail, or for a vote by hand. Gives who it
 * is, as an account or a roll entry. Throws `NotPermitted` otherwise.
 */
export async function requireVoter(
  context: Context,
  electionId: string,
  proof: LinkProof,
): Promise<Result<string, Refusal<"SECOND_CODE_DIFFERS" | "CODE_MAIL_RETURNED">>> {
  const { actor } = context;
  const self = actor.kind === "person" ? actor.accountId : actor.kind;
  if (isPermitted(actor, permissions, "elections:assisted-vote")) return ok(self);
  if (actor.kind === "person") {
    const own = await context.database.rollEntry.count({
      where: { electionId, contactAccountId: actor.accountId, ...onRoll },
    });
    if (own > 0) return ok(self);
  }
  const found = await findEntryOfCode(context, { electionId, ...proof });
  if (found.ok) return ok(found.value.id);
  if (found.error.code !== "CODE_OF_NOBODY") return refuse(found.error.code);
  throw new NotPermitted("elections:cast", actor);
}
