// The roll of an election as two people make it: one proposes, another approves; the first refusal is the answer.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { approveProposal } from "#app/modules/approvals/index.server.ts";
import type { RightsSource, VotesSource } from "#app/modules/elections/index.server.ts";
import {
  approveFreezing,
  importVotersAct,
  proposeFreezing,
  proposeVoterList,
} from "#app/modules/elections/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";

/** Freezes it; the rights are the register's where none are given. */
export async function freezeByTwo(
  [first, second]: readonly [Context, Context],
  electionId: string,
  listRights?: RightsSource,
): Promise<Result<unknown, Refusal>> {
  const proposed = await proposeFreezing(first, { electionId, reason: "The roll is complete." }, listRights);
  return proposed.ok ? approveFreezing(second, proposed.value, listRights) : proposed;
}

/** Imports a list of voters; the votes that it is compared with are the register's where none are given. */
export async function importByTwo(
  [first, second]: readonly [Context, Context],
  { electionId, csv }: { readonly electionId: string; readonly csv: string | Uint8Array },
  listRights?: VotesSource,
): Promise<Result<unknown, Refusal>> {
  const list = { electionId, csv, reason: "The list of the national registry." };
  const proposed = await proposeVoterList(first, list, listRights);
  return proposed.ok ? approveProposal(second, [importVotersAct], proposed.value) : proposed;
}
