// Importing a list of voters takes two people: one proposes the file, a commissioner reads its lines and approves exactly those.
// Source: CM/Rec(2017)5 no. 41 (sensitive acts in teams of two); the incumbent's audit, finding L6.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import type { ApprovableAct, ApprovedAct, ProposeActRefusal } from "#app/modules/approvals/index.server.ts";
import { listProposals, proposeActWithin } from "#app/modules/approvals/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { insertRows } from "#app/platform/database/insert-rows.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import type { ListToImport } from "../domain/proposed-list.ts";
import { hashOfVoters, listToImport } from "../domain/proposed-list.ts";
import { linkToVoterList } from "../links.ts";
import { permissions } from "../module.ts";
import { countImportedVoters } from "../queries/imported-voters.server.ts";
import type { ImportVotersInput, ImportVotersRefusal, VotesSource } from "./import-voters.server.ts";
import { mayImport, readVoters, voterColumns, writeVoters } from "./import-voters.server.ts";
import { lockElection } from "./lock-election.server.ts";

export type ProposeVoterListRefusal = ImportVotersRefusal | ProposeActRefusal | Refusal<"VOTER_LIST_ALREADY_PROPOSED">;

export const importVotersAct: ApprovableAct<ListToImport> = {
  kind: "elections:import-voters",
  mayPropose: permissions["elections:import-voters"],
  mayApprove: permissions["elections:approve-roll"],
  // Why its own page: the second person reads the lines there.
  approvedOn: (subjectId) => linkToVoterList(subjectId),
  async describe(context, { subjectId, payload }) {
    const { voters, sha256, linesHash } = listToImport.parse(payload);
    return [
      { field: "listedVoters", before: await countImportedVoters(context, subjectId), after: voters },
      { field: "fileHash", before: null, after: sha256 },
      { field: "linesHash", before: null, after: linesHash },
    ];
  },
  carryOut,
};

/** Proposes the list; the one before stays until a second person approves. */
export async function proposeVoterList(
  context: Context,
  { reason, ...input }: ImportVotersInput & { readonly reason: string },
  listRights?: VotesSource,
): Promise<Result<{ proposalId: string }, ProposeVoterListRefusal>> {
  const read = await readVoters(context, input, listRights);
  if (!read.ok) return read;
  const { electionId } = input;
  const { voters, handles, sha256 } = read.value;
  return inTransaction<Result<{ proposalId: string }, ProposeVoterListRefusal>>(context, async (within) => {
    const election = await lockElection(within, electionId);
    const may = mayImport(election);
    if (!may.ok) return may;
    const where = { kind: importVotersAct.kind, subjectId: electionId, state: "proposed" } as const;
    if ((await listProposals(within, where)).length > 0) return refuse("VOTER_LIST_ALREADY_PROPOSED");
    const proposed = await proposeActWithin(within, importVotersAct, {
      subjectType: "election",
      subjectId: electionId,
      subjectTitle: election.title as Trilingual,
      payload: { voters: voters.length, handles, sha256, linesHash: hashOfVoters(voters) },
      reason,
    });
    if (!proposed.ok) return proposed;
    const { proposalId } = proposed.value;
    const rows = voters.map((voter) => ({ ...voter, id: randomIdentifier(within.random), electionId, proposalId }));
    await insertRows(within, "proposed_voters", { ...voterColumns, proposalId: "text" } as const, rows);
    return proposed;
  });
}

async function carryOut(
  within: ContextWithin,
  act: ApprovedAct<ListToImport>,
): Promise<Result<{ voters: number }, Refusal>> {
  const election = await lockElection(within, act.subjectId);
  const may = mayImport(election);
  if (!may.ok) return may;
  const { proposalId } = act;
  const shown = listToImport.parse(act.payload);
  const voters = await within.database.proposedVoter.findMany({
    where: { proposalId },
    orderBy: { line: "asc" },
    omit: { id: true, proposalId: true, electionId: true },
  });
  // Security: what was altered in the database after the proposal is not what the second person approved.
  if (hashOfVoters(voters) !== shown.linesHash) return refuse("VOTER_LIST_ALTERED");
  const proposer = await getAccount(within, act.proposedBy);
  const { handles, sha256 } = shown;
  await writeVoters(within, election, { voters, handles, sha256 }, { proposalId, proposedBy: proposer.name });
  await within.database.proposedVoter.deleteMany({ where: { proposalId } });
  return ok({ voters: voters.length });
}
