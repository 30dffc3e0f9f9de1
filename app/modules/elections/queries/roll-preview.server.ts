// Who would come into the roll if it were frozen now, and who would stay out and why.
import { votingRightsOn } from "#app/modules/membership/index.server.ts";
import type { VotingRight } from "#app/modules/membership/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import type { RollPreview } from "../domain/roll-preview.ts";
import { comesIntoRoll, previewRoll } from "../domain/roll-preview.ts";
import { permissions } from "../module.ts";

/** The numbers of a roll on that date. */
export async function findRollPreview(context: Context, rollDate: string): Promise<RollPreview> {
  requirePermission(context.actor, permissions, "elections:prepare");
  return previewRoll(await votingRightsOn(context, rollDate));
}

/** Every organisation that would stay out. */
export async function listLeftOut(context: Context, rollDate: string): Promise<VotingRight[]> {
  requirePermission(context.actor, permissions, "elections:prepare");
  return (await votingRightsOn(context, rollDate)).filter((right) => !comesIntoRoll(right));
}
