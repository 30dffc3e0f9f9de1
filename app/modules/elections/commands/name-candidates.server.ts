// Puts the candidates of a contest on the ballot: the published candidacies do, and nobody can once the box is sealed.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { StageRefusal } from "#app/modules/calendars/index.server.ts";
import { requireStage } from "#app/modules/calendars/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { changesOfCandidates } from "../domain/contest-in-log.ts";
import { findNamedAlike } from "../domain/named-alike.ts";
import { lockElection } from "./lock-election.server.ts";

export interface NamedCandidate {
  readonly name: string;
  readonly country?: string;
  readonly citizenships?: readonly string[];
  readonly employerGroup?: string;
  readonly biography: Trilingual;
  readonly candidacyId?: string;
  readonly accountId?: string;
}

export type NameCandidatesRefusal = StageRefusal | Refusal<"BALLOT_ALREADY_SEALED" | "CANDIDATES_NAMED_ALIKE">;

/** Replaces whoever stood in the contest. The caller has asked for permission; the order becomes the order of the archive. */
export async function nameCandidates(
  within: ContextWithin,
  { contestId, candidates }: { readonly contestId: string; readonly candidates: readonly NamedCandidate[] },
): Promise<Result<void, NameCandidatesRefusal>> {
  const { electionId } = await within.database.contest.findUniqueOrThrow({ where: { id: contestId } });
  const election = await lockElection(within, electionId);
  if (election.sealedAt) return refuse("BALLOT_ALREADY_SEALED");
  const mayNow = await requireStage(within, electionId, "candidates-publication", within.clock.now());
  if (!mayNow.ok) return mayNow;
  const alike = findNamedAlike(candidates);
  if (alike !== undefined) return refuse("CANDIDATES_NAMED_ALIKE", { name: alike });
  const before = election.contests.find((contest) => contest.id === contestId)?.candidates ?? [];
  await recordAudit(within, {
    action: "elections:candidates-named",
    subjectType: "election",
    subjectId: electionId,
    changes: changesOfCandidates(before, candidates),
    details: { contestId, before: before.map(({ name }) => name), candidates: candidates.map(({ name }) => name) },
  });
  await within.database.candidate.deleteMany({ where: { contestId } });
  await within.database.candidate.createMany({
    data: candidates.map((candidate, position) => ({
      contestId,
      position,
      name: candidate.name,
      country: candidate.country ?? "",
      citizenships: [...(candidate.citizenships ?? [])],
      employerGroup: candidate.employerGroup ?? "",
      biography: candidate.biography,
      candidacyId: candidate.candidacyId ?? null,
      accountId: candidate.accountId ?? null,
    })),
  });
  return ok(undefined);
}
