// Changes a frozen roll: proposed by one person, decided by a commissioner, visible to everybody, and the voting codes are made anew.
// Source: the incumbent's audit, findings L4 and L6; CM/Rec(2017)5 no. 41 and 48.
import type { Json } from "#app/lib/canonical-json/index.ts";
import { ok } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import type { ApprovableAct, ApprovedAct, ProposedAct } from "#app/modules/approvals/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { RollChangeWish } from "../domain/roll-change.ts";
import { holderNumberAfter } from "../domain/roll-holder.ts";
import { mayChangeRoll } from "../domain/roll-change.ts";
import { findRollWords } from "../queries/roll-words.server.ts";
import { computeRollRoot } from "../queries/roll-tree.server.ts";
import { clearCredentials } from "./clear-credentials.server.ts";
import { hidePrivatePart } from "./hide-private-part.server.ts";
import type { LockedElection } from "./lock-election.server.ts";
import { lockElection } from "./lock-election.server.ts";
import type { RollChangePlan } from "./plan-roll-change.server.ts";
import { queueRollMails } from "./queue-roll-mails.server.ts";
import { planRollChange } from "./plan-roll-change.server.ts";
import { tellOfRollChange } from "./tell-of-roll-change.server.ts";

/** Anybody who prepares may propose; only a commissioner decides. */
export const changeRollAct: ApprovableAct<RollChangeWish> = {
  kind: "elections:change-roll",
  mayPropose: ["administrator", "staff", "commission"],
  mayApprove: ["commission"],
  describe: describeChange,
  carryOut,
};

async function describeChange(context: ReadingContext, { subjectId, payload }: ProposedAct<RollChangeWish>) {
  const election = await context.database.election.findUniqueOrThrow({
    where: { id: subjectId },
    select: { id: true, rollDate: true, electorate: true },
  });
  const planned = await planRollChange(context, election, payload);
  if (!planned.ok) return [];
  const words = await findRollWords(context, election.rollDate);
  // Why names: whoever approves reads what the rules call it, and not its key.
  const nameOf = (field: string, value: Json): Json => {
    const known = field === "class" || field === "category" ? words[field] : {};
    return (typeof value === "string" ? known[value] : undefined) ?? value;
  };
  return planned.value.changes.map(({ field, before, after }) => ({
    field: `entry.${field}`,
    before: nameOf(field, before),
    after: nameOf(field, after),
  }));
}

async function carryOut(within: ContextWithin, act: ApprovedAct<RollChangeWish>) {
  await takeWritersLock(within);
  const election = await lockElection(within, act.subjectId);
  const allowed = mayChangeRoll(election);
  if (!allowed.ok) return allowed;
  const planned = await planRollChange(within, election, act.payload);
  if (!planned.ok) return planned;
  // Why: whom two people name votes in her own right, and a delegation that ran for the entry is over.
  // Why by what changes: a delegate whose address two people mended is a delegate still.
  const isHolderNamed =
    planned.value.kind === "added" || planned.value.changes.some(({ field }) => field === "contact");
  const rollEntryId = await writeEntry(within, election, planned.value, isHolderNamed);
  const root = await computeRollRoot(within, election.id);
  const version = election.rollVersion + 1;
  await recordChange(within, election, act, planned.value, { rollEntryId, root, version });
  await within.database.election.update({
    where: { id: election.id },
    data: { rollRoot: root, rollVersion: version },
  });
  // Why: the codes were made for another roll.
  await clearCredentials(within, election.id);
  const isAddressed = isHolderNamed || planned.value.changes.some(({ field }) => field === "address");
  if (isAddressed) await mailCodeForRoll(within, election, planned.value, { rollEntryId, version });
  await tellOfRollChange(within, election, planned.value, { version, reason: act.reason });
  return ok({ rollVersion: version, rollRoot: root });
}

/** Whoever votes by link gets a code for the roll of her own; the one of who stood there before ends with this. */
async function mailCodeForRoll(
  within: ContextWithin,
  election: LockedElection,
  { entry }: RollChangePlan,
  { rollEntryId, version }: { readonly rollEntryId: string; readonly version: number },
): Promise<void> {
  await within.database.rollEntry.update({ where: { id: rollEntryId }, data: { rollKeyHash: null } });
  await queueRollMails(within, election, { version, entries: [{ ...entry, id: rollEntryId }] });
}

async function writeEntry(
  within: ContextWithin,
  election: LockedElection,
  plan: RollChangePlan,
  isHolderNamed: boolean,
): Promise<string> {
  const { rollEntryId, kind, entry } = plan;
  if (kind === "struck" && rollEntryId !== null) {
    await within.database.rollEntry.update({ where: { id: rollEntryId }, data: { struckAt: within.clock.now() } });
    return rollEntryId;
  }
  const columns = {
    organizationHandle: entry.organizationHandle,
    organizationName: entry.organizationName,
    country: entry.country,
    class: entry.class,
    category: entry.category,
    votes: entry.votes,
    explanation: entry.explanation as object,
    contactAccountId: entry.contactAccountId,
    contactName: entry.contactName,
    contactEmail: entry.contactEmail,
    contactLanguage: entry.contactLanguage,
    struckAt: null,
    ...(isHolderNamed ? { isDelegated: false } : {}),
    ...hidePrivatePart(within.random, entry),
  };
  if (rollEntryId !== null) {
    const before = await within.database.rollEntry.findUniqueOrThrow({ where: { id: rollEntryId } });
    // Why not with every address: one that two people mended is the same person's.
    const holderNumber = isHolderNamed ? holderNumberAfter(before, columns) : before.holderNumber;
    await within.database.rollEntry.update({ where: { id: rollEntryId }, data: { ...columns, holderNumber } });
    return rollEntryId;
  }
  const id = randomIdentifier(within.random);
  await within.database.rollEntry.create({
    data: {
      ...{ id, electionId: election.id, organizationId: entry.organizationId, ...columns },
      ...{ channel: entry.rollChannel, rollChannel: entry.rollChannel },
    },
  });
  return id;
}

async function recordChange(
  within: ContextWithin,
  election: LockedElection,
  act: ApprovedAct<RollChangeWish>,
  { kind, entry, changes }: RollChangePlan,
  made: { readonly rollEntryId: string; readonly root: string; readonly version: number },
): Promise<void> {
  const { reason, payload, proposalId } = act;
  const claimId = payload.claimId === "" ? null : payload.claimId;
  const proposer = await getAccount(within, act.proposedBy);
  const approver = within.actor.kind === "person" ? within.actor : { name: within.actor.kind, roles: [] };
  const rootBefore = election.rollRoot ?? "";
  await recordAudit(within, {
    action: "elections:roll-changed",
    subjectType: "election",
    subjectId: election.id,
    changes: changes.map(({ field, before, after }) => ({
      field: `${entry.organizationHandle}.${field}`,
      before,
      after,
    })),
    details: {
      handle: entry.organizationHandle,
      rollVersion: made.version,
      rollRoot: made.root,
      rootBefore,
      reason,
      claimId,
      proposedBy: proposer.name,
      credentialsCleared: election.credentialsPayload !== null,
    },
  });
  await within.database.rollChange.create({
    data: {
      electionId: election.id,
      ...made,
      handle: entry.organizationHandle,
      kind,
      changes: changes.map((change) => ({ ...change })),
      reason,
      claimId,
      proposalId,
      proposedByName: proposer.name,
      proposedByRoles: [...proposer.roles],
      approvedByName: approver.name,
      approvedByRoles: [...approver.roles],
      rootBefore,
      decidedAt: within.clock.now(),
    },
  });
}
