// Takes the people out of an election that is long over, or that was abandoned: who voted for each organisation, how to reach them, whether they
// voted, who was to be imported, and who was whose contact before a change. Never touches the public part of the roll, its root, the ballots
// or the archive: the election stays verifiable for ever. Nor the log, whose entries are chained: docs/personal-data.md says why.
import { ok } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { forgetPeopleInProposals } from "#app/modules/approvals/index.server.ts";
import type { Forgetting } from "#app/modules/approvals/index.server.ts";
import type { Context, ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { RollFieldChange } from "../domain/roll-change.ts";
import { readRollChanges } from "../domain/read-roll-changes.ts";
import { changesWithoutPeople, namesPeople } from "../domain/roll-change.ts";

/** Only the product itself, and only after the close or the day for it; gives how many entries, imported voters and changes were erased. */
export async function eraseRollContacts(
  context: Context,
  { electionId }: { readonly electionId: string },
): Promise<number> {
  if (context.actor.kind !== "system") throw new NotPermitted("elections:erase-roll-contacts", context.actor);
  const election = await context.database.election.findUnique({ where: { id: electionId } });
  if (election === null) return 0;
  const isOver =
    election.closedAt !== null || election.cancelledAt !== null || election.closesAt <= context.clock.now();
  if (!isOver) return 0;
  const where = { electionId, OR: [{ contactEmail: { not: "" } }, { contactAccountId: { not: null } }] };
  const asked = { electionId, OR: [{ email: { not: "" } }, { remark: { not: "" } }] };
  const entries = await context.database.rollEntry.count({ where });
  const imported = await context.database.importedVoter.count({ where: { electionId } });
  const confirmations = await context.database.contactConfirmation.count({ where: asked });
  const changes = await changesWithPeople(context, electionId);
  if (entries + imported + confirmations + changes.length === 0) return 0;
  await inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "elections:roll-contacts-erased",
      subjectType: "election",
      subjectId: electionId,
      details: { entries, imported, confirmations, rollChanges: changes.length },
    });
    await within.database.rollEntry.updateMany({
      where,
      data: {
        ...{ contactAccountId: null, contactName: "", contactEmail: "", contactLanguage: "" },
        ...{ salt: "", sealedVotingCode: null, accessKeyHash: null, secondKeyHash: null, rollKeyHash: null },
        ...{ mendedEmail: null, endedKeyHash: null, codeMailKey: null, codeMailReturnedAt: null },
        ...{ hasVoted: false, lastVotedOn: null },
      },
    });
    await within.database.candidate.updateMany({ where: { contest: { electionId } }, data: { accountId: null } });
    await within.database.importedVoter.deleteMany({ where: { electionId } });
    await within.database.contactConfirmation.updateMany({ where: asked, data: { email: "", remark: "" } });
    await blankChanges(within, changes);
    await forgetPeopleInProposals(within, { kind: "elections:change-roll", subjectId: electionId, ...ofRollChange });
    await forgetPeopleInProposals(within, { kind: "elections:mend-address", subjectId: electionId, ...ofMending });
    return ok(undefined);
  });
  return entries + imported + changes.length;
}

/** What stays of the proposals: which entry, what of it that everybody may read. */
const ofRollChange: Pick<Forgetting, "payloadOf" | "changeOf"> = {
  payloadOf: (payload) =>
    typeof payload === "object" && payload !== null && !Array.isArray(payload)
      ? { ...payload, person: null, contactAccountId: null }
      : payload,
  changeOf: (change) =>
    change.field === "entry.contact" || change.field === "entry.address"
      ? { ...change, before: null, after: null }
      : change,
};

const ofMending: Pick<Forgetting, "payloadOf" | "changeOf"> = {
  payloadOf: (payload) =>
    typeof payload === "object" && payload !== null && !Array.isArray(payload) ? { ...payload, address: "…" } : payload,
  changeOf: ofRollChange.changeOf,
};

interface ChangeOfRoll {
  readonly electionId: string;
  readonly version: number;
  readonly changes: readonly RollFieldChange[];
}

async function changesWithPeople(context: ReadingContext, electionId: string): Promise<ChangeOfRoll[]> {
  const rows = await context.database.rollChange.findMany({
    where: { electionId },
    select: { electionId: true, version: true, changes: true },
  });
  const changes = rows.map((row) => ({ ...row, changes: readRollChanges(row.changes) }));
  return changes.filter((each) => namesPeople(each.changes));
}

async function blankChanges(within: ContextWithin, rows: readonly ChangeOfRoll[]): Promise<void> {
  for (const { electionId, version, changes } of rows) {
    await within.database.rollChange.update({
      where: { electionId_version: { electionId, version } },
      data: { changes: changesWithoutPeople(changes).map((change) => ({ ...change })) },
    });
  }
}

export interface ElectionInTime {
  readonly electionId: string;
  /** Null while it was never closed, perhaps never sealed. */
  readonly closedAt: Date | null;
  /** When two people called it off. */
  readonly cancelledAt: Date | null;
  /** The latest day that the election itself knows: its closing, or its creation. */
  readonly lastDay: Date;
}

/** Every election, for whoever asks which of them are over. */
export async function listElectionsInTime(context: Context): Promise<ElectionInTime[]> {
  const rows = await context.database.election.findMany({
    select: { id: true, closedAt: true, cancelledAt: true, closesAt: true, createdAt: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, closedAt, cancelledAt, closesAt, createdAt }) => ({
    electionId: id,
    closedAt,
    cancelledAt,
    lastDay: closesAt > createdAt ? closesAt : createdAt,
  }));
}
