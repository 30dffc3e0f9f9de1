// Creates an election as a draft: what is asked, who stands, who holds the key, when it opens and closes.
import { generateElectionUuid } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { contestInLog } from "../domain/contest-in-log.ts";
import type { SeatsRefusal } from "../domain/seats-refusal.ts";
import { seatsRefusal } from "../domain/seats-refusal.ts";
import { permissions } from "../module.ts";
import type { ContestInput, CreateElectionInput } from "./create-election.input.ts";
import { findSeatsOfOthers } from "../queries/seats-of-others.server.ts";
import { freezeBodyRules } from "./freeze-rules.server.ts";

export type CreateElectionRefusal = SeatsRefusal | Refusal<"ELECTION_CLOSES_IN_THE_PAST" | "TRUSTEE_NOT_IN_COMMISSION">;

/** Answers the election's id, which is also its uuid in the public archive. */
export async function createElection(
  context: Context,
  input: CreateElectionInput,
): Promise<Result<{ electionId: string }, CreateElectionRefusal>> {
  requirePermission(context.actor, permissions, "elections:create");
  if (input.closesAt <= context.clock.now()) return refuse("ELECTION_CLOSES_IN_THE_PAST");
  const trustees = await Promise.all(input.trusteeAccountIds.map((id) => getAccount(context, id)));
  const stranger = trustees.find((trustee) => !trustee.roles.includes("commission"));
  if (stranger) return refuse("TRUSTEE_NOT_IN_COMMISSION", { name: stranger.name });
  const electionId = generateElectionUuid(context.random);
  return inTransaction<Result<{ electionId: string }, CreateElectionRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const columnsOfContests: ContestColumns[] = [];
    for (const contest of input.contests) {
      const decided = await columnsOf(within, contest, input, columnsOfContests);
      if (!decided.ok) return decided;
      columnsOfContests.push(decided.value);
    }
    await recordAudit(within, {
      action: "elections:created",
      subjectType: "election",
      subjectId: electionId,
      changes: [
        { field: "description", before: null, after: { ...input.description } },
        ...columnsOfContests.map((contest, position) => ({
          ...{ field: `contests.${position + 1}`, before: null },
          after: contestInLog(contest),
        })),
      ],
      details: {
        ...{ title: input.title, electorate: input.electorate, hasCall: input.hasCall, isTest: input.isTest },
        extraordinary: input.contests.flatMap((contest) =>
          contest.kind === "question" || contest.extraordinaryReason === "" ? [] : [contest.extraordinaryReason],
        ),
        trustees: trustees.map((trustee) => trustee.userId),
        trusteeThreshold: input.trusteeThreshold,
        opensAt: input.opensAt.toISOString(),
        closesAt: input.closesAt.toISOString(),
        rollDate: input.rollDate,
      },
    });
    const { contests: _contests, trusteeAccountIds: _ids, ...columns } = input;
    await within.database.election.create({
      data: {
        ...columns,
        id: electionId,
        createdAt: within.clock.now(),
        createdBy: within.actor.kind === "person" ? within.actor.userId : within.actor.kind,
        contests: { create: columnsOfContests.map((contest, position) => ({ position, ...contest })) },
        trustees: {
          create: trustees.map((trustee, index) => ({
            index: index + 1,
            accountId: trustee.accountId,
            name: trustee.name,
          })),
        },
      },
    });
    return ok({ electionId });
  });
}

type ContestColumns = Extract<Awaited<ReturnType<typeof columnsOf>>, { readonly ok: true }>["value"];

/** What a contest before it takes of the same body. */
interface Filling {
  readonly bodyKey?: string;
  readonly seats: number;
  readonly extraordinaryReason?: string;
}

async function columnsOf(
  within: ContextWithin,
  contest: ContestInput,
  { title, closesAt, isTest }: CreateElectionInput,
  before: readonly Filling[],
) {
  if (contest.kind === "question")
    return ok({ ...contest, seats: 0, minChoices: 1, maxChoices: 1, allowsBlank: false });
  const { extraordinaryReason, bodyKey } = contest;
  const frozen = await freezeBodyRules(within, contest, closesAt);
  const seats = contest.seats ?? contest.maxChoices;
  if (!isTest) {
    const others = await seatsFilled(within, { bodyKey, begin: frozen?.termsBeginOn ?? "" }, before);
    const refused = seatsRefusal({ bodyKey, seats }, frozen, { isExtraordinary: extraordinaryReason !== "", others });
    if (refused !== undefined) return refused;
  }
  return ok({
    ...contest,
    termsBeginOn: contest.termsBeginOn ?? null,
    ...frozen,
    title: contest.title ?? title,
    seats,
    candidates: { create: contest.candidates.map((candidate, position) => ({ ...candidate, position })) },
  });
}

/** By other elections, and by the contests of this one that come before. */
async function seatsFilled(
  within: ContextWithin,
  { bodyKey, begin }: { readonly bodyKey: string; readonly begin: string },
  before: readonly Filling[],
) {
  const others = await findSeatsOfOthers(within, { bodyKey, begin });
  const same = before.filter((contest) => contest.bodyKey === bodyKey);
  const seatsOf = (contests: readonly Filling[]) => contests.reduce((sum, { seats }) => sum + seats, 0);
  const renewing = same.filter(({ extraordinaryReason = "" }) => extraordinaryReason === "");
  return { renewed: others.renewed + seatsOf(renewing), pending: others.pending + seatsOf(same) };
}
