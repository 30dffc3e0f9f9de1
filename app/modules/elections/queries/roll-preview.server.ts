// Who would come into the roll if it were frozen now, and who would stay out and why.
import { votingRightsOn } from "#app/modules/membership/index.server.ts";
import type { VotingRight } from "#app/modules/membership/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import type { RollPreview } from "../domain/roll-preview.ts";
import { comesIntoRoll, previewRoll } from "../domain/roll-preview.ts";
import { countImportedVoters, withImportedContacts } from "./imported-voters.server.ts";
import { permissions } from "../module.ts";

/** The numbers of a roll on that date. */
export async function findRollPreview(context: Context, election: RollToPreview): Promise<RollPreview> {
  requirePermission(context.actor, permissions, "elections:prepare");
  if (election.electorate === "individuals") return previewIndividuals(await countImportedVoters(context, election.id));
  return previewWithImported(context, election, await votingRightsOn(context, election.rollDate));
}

/** Every organisation that would stay out. */
export async function listLeftOut(context: Context, rollDate: string): Promise<VotingRight[]> {
  requirePermission(context.actor, permissions, "elections:prepare");
  return (await votingRightsOn(context, rollDate)).filter((right) => !comesIntoRoll(right));
}

export interface RollToPreview {
  readonly id: string;
  readonly electorate: string;
  readonly rollDate: string;
}

function previewIndividuals(voters: number): RollPreview {
  return { organizations: voters, votes: voters, groups: [], leftOut: 0, reasons: [] };
}

/** The organisations of an imported list come in too, each in place of its missing contact. */
async function previewWithImported(
  context: Context,
  election: RollToPreview,
  register: readonly VotingRight[],
): Promise<RollPreview> {
  const rights = await withImportedContacts(context, election.id, register);
  const entitled = rights.filter((right) => right.isEntitled && right.contact !== null && right.votes >= 1);
  return {
    ...previewRoll(register),
    organizations: entitled.length,
    votes: entitled.reduce((sum, right) => sum + right.votes, 0),
    leftOut: rights.length - entitled.length,
  };
}
