// A vote entered by hand: for an organisation that has not voted, when two members of the commission allow it. Whoever keeps the
// list of voting codes then casts it under the organisation's own code, so that it is one ballot of one credential like any other.
// Source: CM/Rec(2017)5 nos. 3 and 6 (another channel, merged safely); no. 41 (two people).
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { ApprovableAct, ApprovedAct } from "#app/modules/approvals/index.server.ts";
import { proposeAct } from "#app/modules/approvals/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { phaseOf } from "../domain/phase.ts";
import { voterNameOf } from "../domain/voter-name.ts";
import { linkToElection } from "../links.ts";
import { findReadersOfEntry } from "../queries/readers-of-entry.server.ts";
import { onRoll } from "../queries/roll-tree.server.ts";
import { permissions } from "../module.ts";
import type { BallotReceipt, CastBallotInput, CastBallotRefusal } from "./cast-ballot.server.ts";
import { acceptBallot } from "./cast-ballot.server.ts";
import { lockBox } from "./lock-election.server.ts";

export type AssistedVoteRefusal = Refusal<"VOTING_NOT_OPEN" | "ALREADY_VOTED" | "ASSISTED_VOTE_ALREADY_APPROVED">;

type AssistedVotePayload = { readonly electionId: string };

const payload = z.object({ electionId: z.string() });

/** Allows one vote by hand for one roll entry; its subject is the entry. */
export const assistedVoteAct: ApprovableAct<AssistedVotePayload> = {
  kind: "elections:assisted-vote",
  mayPropose: permissions["elections:assisted-vote"],
  mayApprove: permissions["elections:assisted-vote"],
  async describe(context, { subjectId }) {
    const entry = await context.database.rollEntry.findUniqueOrThrow({ where: { id: subjectId } });
    return [
      { field: "organization", before: null, after: `${voterNameOf(entry)} (${entry.organizationHandle})` },
      { field: "votes", before: null, after: entry.votes },
      { field: "channel", before: entry.channel, after: "assisted" },
    ];
  },
  carryOut: allowAssistedVote,
};

/** Proposes it, with the reason: how and by whom the organisation asked. */
export async function proposeAssistedVote(
  context: Context,
  { rollEntryId, reason }: { readonly rollEntryId: string; readonly reason: string },
): Promise<Result<{ proposalId: string }, Refusal>> {
  requirePermission(context.actor, permissions, "elections:assisted-vote");
  const entry = await context.database.rollEntry.findUniqueOrThrow({ where: { id: rollEntryId } });
  // Privacy: whether it has voted is told to two people who answer for the act, and never to one who only asks.
  const name = `${voterNameOf(entry)} (${entry.organizationHandle})`;
  return proposeAct(context, assistedVoteAct, {
    subjectType: "roll-entry",
    subjectId: rollEntryId,
    subjectTitle: { es: name, en: name, pt: name },
    payload: { electionId: entry.electionId },
    reason,
  });
}

async function allowAssistedVote(
  within: ContextWithin,
  { subjectId: rollEntryId, payload: given, proposalId, reason }: ApprovedAct<AssistedVotePayload>,
): Promise<Result<unknown, AssistedVoteRefusal>> {
  const { electionId } = payload.parse(given);
  const election = await lockBox(within, electionId);
  const entry = await within.database.rollEntry.findFirstOrThrow({
    where: { id: rollEntryId, electionId, ...onRoll },
  });
  if (phaseOf(election, within.clock.now()) !== "open") return refuse("VOTING_NOT_OPEN");
  if (entry.hasVoted) return refuse("ALREADY_VOTED");
  const before = await within.database.assistedVote.findUnique({ where: { rollEntryId } });
  if (before) return refuse("ASSISTED_VOTE_ALREADY_APPROVED");
  await recordAudit(within, {
    action: "elections:assisted-vote-approved",
    subjectType: "election",
    subjectId: electionId,
    details: { organization: entry.organizationHandle, votes: entry.votes, reason },
  });
  await within.database.assistedVote.create({
    data: { electionId, rollEntryId, proposalId, reason, approvedAt: within.clock.now() },
  });
  await tellContacts(within, { entry, title: election.title as Trilingual, reason });
  return ok(undefined);
}

interface Told {
  readonly entry: Awaited<ReturnType<ContextWithin["database"]["rollEntry"]["findFirstOrThrow"]>>;
  readonly title: Trilingual;
  readonly reason: string;
}

/** Whoever did not ask for this can object at once. */
async function tellContacts(within: ContextWithin, { entry, title, reason }: Told): Promise<void> {
  for (const [key, reader] of await findReadersOfEntry(within, entry)) {
    await sendMail(within, {
      template: "elections/assisted-vote",
      to: reader,
      properties: {
        organizationName: voterNameOf(entry),
        electionTitle: inLanguage(title, reader.language),
        votes: entry.votes,
        reason,
        link: `${within.settings.baseUrl}${linkToElection(entry.electionId)}`,
      },
      deduplication: `assisted-vote:${entry.id}:${key}`,
      subject: { type: "election", id: entry.electionId },
    });
  }
}

/** Casts the approved vote, once. The ballot was encrypted in the browser in which the list of codes was opened. */
export async function castAssistedBallot(
  context: Context,
  input: Omit<CastBallotInput, "accessKey" | "secondKey">,
): Promise<Result<BallotReceipt, CastBallotRefusal>> {
  requirePermission(context.actor, permissions, "elections:assisted-vote");
  const entry = await context.database.rollEntry.findFirstOrThrow({
    where: { id: input.rollEntryId, electionId: input.electionId, ...onRoll },
  });
  const allowed = await context.database.assistedVote.findUnique({ where: { rollEntryId: entry.id } });
  if (allowed === null) return refuse("ASSISTED_VOTE_NOT_APPROVED");
  return acceptBallot(context, { ...input, entry, channel: "assisted" });
}
