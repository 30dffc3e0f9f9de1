// Brings the ballot of a contest in line with its published candidacies; once the box is sealed it only marks who withdrew.
import type { Result } from "#app/lib/result/index.ts";
import { ok } from "#app/lib/result/index.ts";
import type { NameCandidatesRefusal } from "#app/modules/elections/index.server.ts";
import { markCandidateWithdrawn, nameCandidates } from "#app/modules/elections/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { CallContest } from "../domain/call-contest.ts";
import { listCandidacies } from "../queries/candidacies.server.ts";

export type FillContestRefusal = NameCandidatesRefusal;

/** Answers whether the withdrawn candidate stays on the sealed ballot. What the ballot refuses, the caller hands on. */
export async function fillContest(
  within: ContextWithin,
  contest: CallContest,
  isSealed: boolean,
  withdrawn?: { readonly candidacyId: string; readonly withdrawnAt: Date },
): Promise<Result<boolean, FillContestRefusal>> {
  if (isSealed) {
    if (withdrawn !== undefined) await markCandidateWithdrawn(within, withdrawn);
    return ok(withdrawn !== undefined);
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
  const named = await nameCandidates(within, { contestId: contest.id, candidates });
  return named.ok ? ok(false) : named;
}
