// Takes the people out of a roll whose election is long over: who voted for each organisation, how to reach them, and whether they voted.
// Never touches the public part of the roll, its root, the ballots or the archive: the election stays verifiable for ever.
import { ok } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";

/** Only the product itself, and only after the close; gives how many entries were erased. */
export async function eraseRollContacts(
  context: Context,
  { electionId }: { readonly electionId: string },
): Promise<number> {
  if (context.actor.kind !== "system") throw new NotPermitted("elections:erase-roll-contacts", context.actor);
  const election = await context.database.election.findUnique({ where: { id: electionId } });
  if (election === null || election.closedAt === null) return 0;
  const where = { electionId, OR: [{ contactEmail: { not: "" } }, { contactAccountId: { not: null } }] };
  const found = await context.database.rollEntry.count({ where });
  if (found === 0) return 0;
  await inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "elections:roll-contacts-erased",
      subjectType: "election",
      subjectId: electionId,
      details: { entries: found },
    });
    await within.database.rollEntry.updateMany({
      where,
      data: {
        ...{ contactAccountId: null, contactName: "", contactEmail: "", contactLanguage: "" },
        ...{ salt: "", sealedVotingCode: null, accessKeyHash: null, secondKeyHash: null },
        ...{ hasVoted: false, lastVotedOn: null },
      },
    });
    await within.database.candidate.updateMany({ where: { contest: { electionId } }, data: { accountId: null } });
    await within.database.importedVoter.deleteMany({ where: { electionId } });
    await within.database.contactConfirmation.updateMany({ where: { electionId }, data: { email: "", remark: "" } });
    return ok(undefined);
  });
  return found;
}

/** The elections that are over, with the instant from which their time runs where no certificate gives one. */
export async function listClosedElections(
  context: Context,
): Promise<{ readonly electionId: string; readonly closedAt: Date; readonly resultAt: Date | null }[]> {
  const rows = await context.database.election.findMany({
    where: { closedAt: { not: null } },
    select: { id: true, closedAt: true, resultAt: true },
    orderBy: { id: "asc" },
  });
  return rows.flatMap(({ id, closedAt, resultAt }) =>
    closedAt === null ? [] : [{ electionId: id, closedAt, resultAt }],
  );
}
