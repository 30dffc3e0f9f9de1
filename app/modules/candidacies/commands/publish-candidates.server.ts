// The commission publishes the candidates of all contests at once, and the ballot is filled with them in the same transaction.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { isUndecided } from "../domain/candidacy-state.ts";
import { permissions } from "../module.ts";
import { findCall } from "../queries/call.server.ts";
import { listCandidacies } from "../queries/candidacies.server.ts";
import type { StageRefusal } from "../queries/stages.server.ts";
import { requireCallStage } from "../queries/stages.server.ts";
import { fillContest } from "./fill-contest.server.ts";
import { isPartyToContest } from "./require-decider.server.ts";

export type PublishCandidatesRefusal =
  | StageRefusal
  | Refusal<
      | "ELECTION_WITHOUT_CALL"
      | "LIST_PUBLISHED"
      | "CANDIDACIES_UNDECIDED"
      | "NOBODY_ADMITTED"
      | "BALLOT_ALREADY_SEALED"
      | "TOO_NEAR_TO_CONTEST"
    >;

/** Nominations that nobody answered lapse; every accepted one must have been decided. */
export async function publishCandidates(
  context: PersonContext,
  { electionId }: { readonly electionId: string },
): Promise<Result<{ readonly published: number }, PublishCandidatesRefusal>> {
  requirePermission(context.actor, permissions, "candidacies:publish");
  return inTransaction<Result<{ readonly published: number }, PublishCandidatesRefusal>>(context, async (within) => {
    await recordAudit(within, {
      action: "candidacies:list-published",
      subjectType: "election",
      subjectId: electionId,
      changes: [{ field: "candidates", before: null, after: await admittedNames(within, electionId) }],
    });
    const call = await findCall(within, electionId);
    if (call === undefined) return refuse("ELECTION_WITHOUT_CALL");
    if (await isPartyToContest(within, context.actor.accountId, { electionId })) return refuse("TOO_NEAR_TO_CONTEST");
    if (call.isPublished) return refuse("LIST_PUBLISHED");
    if (call.election.sealedAt !== null) return refuse("BALLOT_ALREADY_SEALED");
    const stage = await requireCallStage(within, electionId, "candidates-publication");
    if (!stage.ok) return stage;
    const candidacies = await listCandidacies(within, { electionId });
    const undecided = candidacies.filter(({ state }) => isUndecided(state));
    if (undecided.length > 0)
      return refuse("CANDIDACIES_UNDECIDED", {
        count: undecided.length,
        names: undecided.map(({ name }) => name).join(", "),
      });
    const admitted = candidacies.filter(({ state }) => state === "admitted");
    if (admitted.length === 0) return refuse("NOBODY_ADMITTED");
    await within.database.candidacy.updateMany({
      where: { id: { in: admitted.map(({ id }) => id) } },
      data: { publishedAt: within.clock.now() },
    });
    for (const contest of call.contests) await fillContest(within, contest, false);
    return ok({ published: admitted.length });
  });
}

async function admittedNames(context: Parameters<typeof listCandidacies>[0], electionId: string): Promise<string> {
  const candidacies = await listCandidacies(context, { electionId });
  return candidacies
    .filter(({ state }) => state === "admitted")
    .map(({ name }) => name)
    .join(", ");
}
