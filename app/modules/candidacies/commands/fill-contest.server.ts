// Brings the ballot of a contest in line with its published candidacies; once the box is sealed it only marks who withdrew.
import { expectOk } from "#app/lib/result/index.ts";
import { markCandidateWithdrawn, nameCandidates } from "#app/modules/elections/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { CallContest } from "../domain/call-contest.ts";
import { listCandidacies } from "../queries/candidacies.server.ts";

/** Answers whether the withdrawn candidate stays on the sealed ballot. */
export async function fillContest(
  within: ContextWithin,
  contest: CallContest,
  isSealed: boolean,
  withdrawn?: { readonly candidacyId: string; readonly withdrawnAt: Date },
): Promise<boolean> {
  if (isSealed) {
    if (withdrawn !== undefined) await markCandidateWithdrawn(within, withdrawn);
    return withdrawn !== undefined;
  }
  const standing = (await listCandidacies(within, { contestId: contest.id, isPublished: true })).filter(
    ({ state }) => state === "published",
  );
  const candidates = standing.map(({ id, accountId, name, country, citizenships, employerGroup, biography }) => ({
    candidacyId: id,
    accountId,
    name,
    country,
    citizenships,
    employerGroup,
    biography,
  }));
  expectOk(await nameCandidates(within, { contestId: contest.id, candidates }));
  return false;
}
