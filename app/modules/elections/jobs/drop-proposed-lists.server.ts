// Drops what was kept of a roll or of a list of voters only until two people had decided about it: refused, withdrawn or expired, nobody needs it any more.
import { ok } from "#app/lib/result/index.ts";
import { findProposal } from "#app/modules/approvals/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context, Ground } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";

/** Gives of how many proposals something was dropped. Asked again, it does nothing. */
export async function dropProposedLists(ground: Ground): Promise<number> {
  const context = withActor(ground, { kind: "system", name: "proposed lists" });
  let dropped = 0;
  for (const [proposalId, electionId] of await listKept(context)) {
    const proposal = await findProposal(context, proposalId);
    // A decided proposal never opens again, so nobody's act is disturbed between here and the deletion.
    if (proposal?.state === "proposed") continue;
    await drop(context, proposalId, electionId);
    dropped += 1;
  }
  return dropped;
}

/** Election by proposal. */
async function listKept({ database }: Context): Promise<ReadonlyMap<string, string>> {
  const select = { proposalId: true, electionId: true } as const;
  const rolls = await database.proposedRoll.findMany({ select });
  const lists = await database.proposedVoter.findMany({ select, distinct: ["proposalId"] });
  return new Map([...rolls, ...lists].map(({ proposalId, electionId }) => [proposalId, electionId]));
}

function drop(context: Context, proposalId: string, electionId: string) {
  return inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "elections:proposed-list-dropped",
      subjectType: "election",
      subjectId: electionId,
      details: { proposalId },
    });
    await within.database.proposedRoll.deleteMany({ where: { proposalId } });
    await within.database.proposedVoter.deleteMany({ where: { proposalId } });
    return ok(undefined);
  });
}
