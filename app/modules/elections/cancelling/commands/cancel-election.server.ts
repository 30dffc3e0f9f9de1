// Two of the commission call an election off, until a trustee has opened a part of the sum: from then on somebody could know the result, and
// call it off for it. The box stays as it is, and is never decrypted. Source: CM/Rec(2017)5 nos. 41 and 49; decision 0021.
import { proposeActWithin } from "#app/modules/approvals/index.server.ts";
import type { ApprovableAct, ApprovedAct } from "#app/modules/approvals/index.server.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { cancelProcess } from "#app/modules/calendars/index.server.ts";
import type { MailSubject } from "#app/modules/notifications/index.server.ts";
import { stopMails } from "#app/modules/notifications/index.server.ts";
import type { Context, ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { defaultLanguage } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { LockedElection } from "../../commands/lock-election.server.ts";
import { lockElection, readElection } from "../../commands/lock-election.server.ts";
import { phaseOf } from "../../domain/phase.ts";
import { permissions } from "../../module.ts";
import { hasDecryptionBegun } from "../../quarantine/domain/decryption-begun.ts";
import type { PublicReason } from "../domain/cancellation.ts";
import { keptCancellation, publicReason, requireNotCancelled } from "../domain/cancellation.ts";

/** What the mails of an election are about, besides itself: its campaigns and candidacies know which are theirs. */
export type MailSubjectsOf = (context: ReadingContext, electionId: string) => Promise<readonly MailSubject[]>;

export const cancelElectionKind = "elections:cancel";

type ReasonAsProposed = { readonly es: string; readonly en: string; readonly pt: string };

/** The act, with everything else whose mails stop. */
export function cancelElectionAct(subjectsOf: readonly MailSubjectsOf[]): ApprovableAct<ReasonAsProposed> {
  return {
    kind: cancelElectionKind,
    mayPropose: permissions["elections:cancel"],
    mayApprove: permissions["elections:cancel"],
    async describe(context, { subjectId, payload }) {
      const election = await readElection(context, subjectId);
      return [
        { field: "cancelled", before: election.cancelledAt !== null, after: true },
        { field: "publicReason", before: null, after: payload },
      ];
    },
    carryOut: (within, act) => carryOut(within, subjectsOf, act),
  };
}

export type CancelElectionRefusal = Refusal<
  | "REASON_IN_EVERY_LANGUAGE"
  | "ELECTION_CANCELLED"
  | "CANCEL_AFTER_DECRYPTION"
  | "REASON_MISSING"
  | "PROPOSAL_ALREADY_OPEN"
>;

/** Proposes; until another person approves, the election goes on. */
export function proposeCancelling(
  context: Context,
  { electionId, reason }: { readonly electionId: string; readonly reason: PublicReason },
): Promise<Result<{ proposalId: string }, CancelElectionRefusal>> {
  requirePermission(context.actor, permissions, "elections:cancel");
  return inTransaction<Result<{ proposalId: string }, CancelElectionRefusal>>(context, async (within) => {
    const election = await lockElection(within, electionId);
    const may = decideCancelling(election, reason);
    if (!may.ok) return may;
    return proposeActWithin(within, cancelElectionAct([]), {
      subjectType: "election",
      subjectId: electionId,
      subjectTitle: election.title as Trilingual,
      payload: may.value,
      reason: may.value[defaultLanguage],
    });
  });
}

/** Whether it can still be called off, and is given reasons for everybody. */
function decideCancelling(
  election: Pick<LockedElection, "cancelledAt" | "resultAt" | "trustees">,
  reason: unknown,
): Result<PublicReason, CancelElectionRefusal> {
  const words = publicReason.safeParse(reason);
  if (!words.success) return refuse("REASON_IN_EVERY_LANGUAGE");
  const first = requireNotCancelled(election);
  if (!first.ok) return first;
  if (election.resultAt !== null || hasDecryptionBegun(election.trustees)) return refuse("CANCEL_AFTER_DECRYPTION");
  return ok(words.data);
}

async function carryOut(
  within: ContextWithin,
  subjectsOf: readonly MailSubjectsOf[],
  { subjectId, payload, proposedBy }: ApprovedAct<ReasonAsProposed>,
): Promise<Result<unknown, CancelElectionRefusal>> {
  const election = await lockElection(within, subjectId);
  const may = decideCancelling(election, payload);
  if (!may.ok) return may;
  const now = within.clock.now();
  const decided = keptCancellation({
    ...{ reason: may.value, phase: phaseOf(election, now), ballots: election.ballotCount },
    proposedByName: (await getAccount(within, proposedBy)).name,
    approvedByName: within.actor.kind === "person" ? within.actor.name : within.actor.kind,
  });
  await record(within, election, decided);
  await within.database.election.update({
    where: { id: subjectId },
    data: { cancelledAt: now, cancellation: decided },
  });
  await cancelProcess(within, { processId: subjectId, at: now });
  // Privacy: PostgreSQL keeps beside each row which transaction wrote it; writing every entry again takes that trace of the transaction in
  // which it voted away, as the close does. No code leaves any more.
  await within.database.rollEntry.updateMany({ where: { electionId: subjectId }, data: { sealedVotingCode: null } });
  await stopWaiting(within, subjectId, subjectsOf);
  return ok(undefined);
}

/** With the end of the box: whatever is shown of it later is held against this. */
async function record(
  within: ContextWithin,
  { id, lastEventHash }: LockedElection,
  { reason, phase, ballots, proposedByName }: ReturnType<typeof keptCancellation>,
): Promise<void> {
  await recordAudit(within, {
    action: "elections:cancelled",
    subjectType: "election",
    subjectId: id,
    changes: [{ field: "phase", before: phase, after: "cancelled" }],
    details: { reason, ballots, lastEventHash, proposedBy: proposedByName },
  });
}

/** What tells of something that happened (in her name, to her address, about a decision) stays true. Receipts leave too: their rows name no election. */
const stillLeave = [
  "elections/assisted-vote",
  "elections/address-mended",
  "elections/trustee-replaced",
  "candidacies/candidacy-decided",
  "approvals/decided",
];

/** What had not left does not leave, where it asks for something or speaks of what will be: reminders and codes of an election that is none mislead. */
async function stopWaiting(
  within: ContextWithin,
  electionId: string,
  subjectsOf: readonly MailSubjectsOf[],
): Promise<void> {
  const others = await Promise.all(subjectsOf.map((ask) => ask(within, electionId)));
  await stopMails(within, [...ownMailSubjects(electionId), ...others.flat()], { stillLeave });
}

/** What the mails of elections itself are about. */
export function ownMailSubjects(electionId: string): MailSubject[] {
  return [
    { type: "election", id: electionId },
    { type: "contact-campaign", id: electionId },
  ];
}
