// An act of two people in one line: expectOk(await byTwo(proposeSomething(first, …), second)).
import { approvableActs } from "#app/approvable-acts.server.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { approveProposal } from "#app/modules/approvals/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";

/** What became of it: the refusal of the proposal, or what the approval by the second person answered. */
export async function byTwo(
  proposed: Promise<Result<{ readonly proposalId: string }, Refusal>>,
  second: Context,
): Promise<Result<unknown, Refusal>> {
  const outcome = await proposed;
  return outcome.ok ? approveProposal(second, approvableActs, { proposalId: outcome.value.proposalId }) : outcome;
}
