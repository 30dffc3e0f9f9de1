// Puts another person in the place of the one who votes for an organisation: a delegation that was accepted, or its end.
// Only until the voting codes are made: each goes to one person, and afterwards a change of hands would be a second code.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { computeRollRoot } from "../queries/roll-tree.server.ts";
import { holderNumberAfter } from "../domain/roll-holder.ts";
import { hidePrivatePart } from "./hide-private-part.server.ts";
import { lockElection } from "./lock-election.server.ts";
import { queueRollMails } from "./queue-roll-mails.server.ts";
import { requireNotCancelled } from "../cancelling/domain/cancellation.ts";

export type ChangeRollHolderRefusal = Refusal<
  "ELECTION_CANCELLED" | "ROLL_NOT_FROZEN" | "HOLDER_AFTER_CODES" | "ROLL_ENTRY_UNKNOWN"
>;

export interface RollHolder {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
}

export interface ChangeRollHolderInput {
  readonly electionId: string;
  readonly organizationId: string;
  readonly holder: RollHolder;
  /** Whether the holder votes by delegation; false when the organisation has its vote back. */
  readonly isDelegated: boolean;
  /** Why, in the register of changes. */
  readonly reason: string;
}

/** The caller has decided that it may be: who granted, who accepted, within which caps. */
export async function changeRollHolder(
  within: ContextWithin,
  { electionId, organizationId, holder, isDelegated, reason }: ChangeRollHolderInput,
): Promise<Result<{ rollVersion: number }, ChangeRollHolderRefusal>> {
  const election = await lockElection(within, electionId);
  const standing = requireNotCancelled(election);
  if (!standing.ok) return standing;
  if (election.rollFrozenAt === null) return refuse("ROLL_NOT_FROZEN");
  if (election.credentialsPayload !== null || election.sealedAt !== null) return refuse("HOLDER_AFTER_CODES");
  const entry = await within.database.rollEntry.findFirst({ where: { electionId, organizationId, struckAt: null } });
  if (entry === null) return refuse("ROLL_ENTRY_UNKNOWN");
  const columns = {
    ...columnsOf(holder),
    isDelegated,
    holderNumber: holderNumberAfter(entry, columnsOf(holder)),
    // Why: the code of the roll was mailed to who held the vote until now (decision 0010).
    rollKeyHash: null,
  };
  const hidden = hidePrivatePart(within.random, { ...entry, ...columns });
  await within.database.rollEntry.update({ where: { id: entry.id }, data: { ...columns, ...hidden } });
  const [root, version] = [await computeRollRoot(within, electionId), election.rollVersion + 1];
  const changes = [{ field: "contact", before: entry.contactName, after: holder.name, isPublic: false }];
  await recordAudit(within, {
    action: "elections:roll-holder-changed",
    subjectType: "election",
    subjectId: electionId,
    changes: changes.map(({ field, before, after }) => ({
      field: `${entry.organizationHandle}.${field}`,
      before,
      after,
    })),
    details: { handle: entry.organizationHandle, rollVersion: version, rollRoot: root, reason },
  });
  await within.database.rollChange.create({
    data: {
      electionId,
      version,
      rollEntryId: entry.id,
      handle: entry.organizationHandle,
      kind: "changed",
      changes,
      reason,
      proposedByName: entry.organizationName,
      proposedByRoles: [],
      // Privacy: everybody reads this. A delegate is in the public register anyway; an organisation's own contact is not.
      approvedByName: isDelegated ? holder.name : entry.organizationName,
      approvedByRoles: [],
      rootBefore: election.rollRoot ?? "",
      root,
      decidedAt: within.clock.now(),
    },
  });
  await within.database.election.update({ where: { id: electionId }, data: { rollRoot: root, rollVersion: version } });
  await queueRollMails(within, election, { version, entries: [{ ...entry, ...columns }] });
  return ok({ rollVersion: version });
}

function columnsOf({ accountId, name, email, language }: RollHolder) {
  return { contactAccountId: accountId, contactName: name, contactEmail: email, contactLanguage: language };
}
