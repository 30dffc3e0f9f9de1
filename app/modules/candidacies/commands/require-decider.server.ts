// Who of the commission is too near to a contest to decide on it, to moderate its questions or to publish its candidates.
// Source: Conflicts of Interest Regulations for Election Processes, DIR-REG-002.01 (2024): declare first; who has a conflict takes no part.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import { canBeDecided } from "../domain/candidacy-state.ts";
import { listCandidacies } from "../queries/candidacies.server.ts";
import { ownDeclaration } from "../queries/review.server.ts";

export interface ContestsOfElection {
  readonly electionId: string;
  /** Absent: all contests of the election. */
  readonly contestId?: string | undefined;
}

/**
 * Whether the person is a party: stands in the election, nominated in the contest, or acts for an organisation that nominated or
 * supported somebody there.
 *
 * Why not only what was declared: whoever is a party is one whether she says so or not.
 */
export async function isPartyToContest(
  context: ReadingContext,
  accountId: string,
  { electionId, contestId }: ContestsOfElection,
): Promise<boolean> {
  const all = await listCandidacies(context, { electionId });
  const candidacies = all.filter(({ state }) => state !== "withdrawn" && state !== "declined");
  // Why accepted: nobody excludes a commissioner by nominating her.
  if (candidacies.some((each) => each.accountId === accountId && each.acceptedAt !== null)) return true;
  const inContest = candidacies.filter((each) => contestId === undefined || each.contestId === contestId);
  if (inContest.some(({ nominatorAccountId }) => nominatorAccountId === accountId)) return true;
  const acted = await listOrganizationsOfContact(context, accountId);
  if (acted.length === 0) return false;
  const supports = await context.database.endorsement.findMany({
    where: { candidacyId: { in: inContest.map(({ id }) => id) }, givenAt: { not: null } },
    select: { organizationId: true },
  });
  const backers = new Set([...inContest, ...supports].map(({ organizationId }) => organizationId));
  return acted.some(({ organization }) => backers.has(organization.id));
}

export type DeciderRefusal = Refusal<
  "CANDIDACY_NOT_DECIDABLE" | "OWN_CANDIDACY" | "CONFLICT_NOT_DECLARED" | "CONFLICT_OF_INTEREST"
>;

/** Whether the person may decide on this candidacy. */
export async function requireDecider(
  context: ReadingContext,
  accountId: string,
  candidacy: Candidacy,
): Promise<Result<undefined, DeciderRefusal>> {
  if (!canBeDecided(candidacy.state)) return refuse("CANDIDACY_NOT_DECIDABLE");
  const isOwn = candidacy.accountId === accountId;
  if (isOwn || (await isPartyToContest(context, accountId, candidacy))) return refuse("OWN_CANDIDACY");
  const declared = await ownDeclaration(context, candidacy.id, accountId);
  if (declared === undefined) return refuse("CONFLICT_NOT_DECLARED");
  return declared.hasConflict ? refuse("CONFLICT_OF_INTEREST") : ok(undefined);
}

/** Whether the person declared a conflict about somebody who stands in the contest. */
export async function hasDeclaredConflictIn(
  context: ReadingContext,
  accountId: string,
  { contestId }: { readonly contestId: string },
): Promise<boolean> {
  const declared = await context.database.candidacyConflict.count({
    where: { accountId, hasConflict: true, candidacy: { contestId, withdrawnAt: null } },
  });
  return declared > 0;
}
