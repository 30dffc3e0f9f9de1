// Takes the list of voters that comes from outside the register: individuals, or the organisations of a national registry. A list
// replaces the one before it, whole, and only until the roll is frozen.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { votingRightsOn } from "#app/modules/membership/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { insertRows } from "#app/platform/database/insert-rows.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import type { Electorate, ListedVoter, VoterListProblem } from "../domain/voter-list.ts";
import { readVoterList } from "../domain/voter-list.ts";
import { permissions } from "../module.ts";
import type { RollRight } from "../domain/roll-right.ts";
import { lockElection } from "./lock-election.server.ts";

export type ImportVotersRefusal =
  Refusal<"ROLL_ALREADY_FROZEN"> | (Refusal<"VOTER_LIST_INVALID"> & { readonly problems: readonly VoterListProblem[] });

const voterColumns = {
  id: "text",
  electionId: "text",
  line: "integer",
  handle: "text",
  organizationName: "text",
  name: "text",
  email: "text",
  language: "text",
  country: "text",
  votes: "integer",
} as const;

export interface ImportVotersInput {
  readonly electionId: string;
  /** The text of the file. */
  readonly csv: string;
}

/** Where the votes of organisations come from; a test gives its own. */
export type VotesSource = (
  context: Context,
  date: string,
) => Promise<readonly Pick<RollRight, "handle" | "votes" | "isEntitled">[]>;

/** Answers how many voters the list has. */
export async function importVoters(
  context: Context,
  { electionId, csv }: ImportVotersInput,
  listRights: VotesSource = rightsInRegister,
): Promise<Result<{ voters: number }, ImportVotersRefusal>> {
  requirePermission(context.actor, permissions, "elections:import-voters");
  const found = await context.database.election.findUniqueOrThrow({ where: { id: electionId } });
  const electorate = found.electorate as Electorate;
  const read = readVoterList(csv, electorate);
  if (!read.ok) return invalid(read.problems);
  const strangers =
    electorate === "individuals" ? [] : votesThatDoNotFit(read.voters, await listRights(context, found.rollDate));
  if (strangers.length > 0) return invalid(strangers);
  return inTransaction<Result<{ voters: number }, ImportVotersRefusal>>(context, async (within) => {
    await recordAudit(within, {
      action: "elections:voters-imported",
      subjectType: "election",
      subjectId: electionId,
      details: { voters: read.voters.length, electorate },
    });
    const election = await lockElection(within, electionId);
    if (election.rollFrozenAt) return refuse("ROLL_ALREADY_FROZEN");
    await within.database.importedVoter.deleteMany({ where: { electionId } });
    const rows = read.voters.map((voter) => ({ ...voter, id: randomIdentifier(within.random), electionId }));
    await insertRows(within, "imported_voters", voterColumns, rows);
    return ok({ voters: rows.length });
  });
}

function invalid(problems: readonly VoterListProblem[]): Result<never, ImportVotersRefusal> {
  const [first] = problems;
  return {
    ok: false,
    error: { code: "VOTER_LIST_INVALID", details: { count: problems.length, line: first?.line ?? 1 }, problems },
  };
}

function rightsInRegister(context: Context, date: string) {
  return votingRightsOn(context, date);
}

/** Votes are the register's wherever it knows the organisation; only for the others the list must say how many. */
function votesThatDoNotFit(
  voters: readonly ListedVoter[],
  rights: readonly Pick<RollRight, "handle" | "votes">[],
): VoterListProblem[] {
  const votesOf = new Map(rights.map(({ handle, votes }) => [handle, votes]));
  return voters.flatMap(({ line, handle, votes }): VoterListProblem[] => {
    const known = votesOf.get(handle);
    const problem = { line, column: "votes" as const, value: String(votes) };
    if (known === undefined) return votes > 0 ? [] : [{ ...problem, code: "ORGANIZATION_WITHOUT_VOTES" }];
    return votes === 0 || votes === known ? [] : [{ ...problem, code: "VOTES_OF_REGISTER_DIFFER" }];
  });
}
