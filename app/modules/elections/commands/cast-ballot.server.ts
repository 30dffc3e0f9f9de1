// Puts a ballot into the box: checked whole before it is accepted, appended and marked in the roll in one transaction.
// A later ballot of the same credential replaces the earlier in the count; both stay in the public archive.
import { fastestBackend } from "#app/lib/ballot-protocol/backends/fastest-backend.node.ts";
import { ballotRecords, trackerOf, verifyBallot } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { Language, Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { eligibilityTagOf } from "../domain/eligibility-tag.ts";
import { postalAddressOf } from "../domain/postal-address.ts";
import { voterNameOf } from "../domain/voter-name.ts";
import { phaseOf } from "../domain/phase.ts";
import { credentialsOf } from "../queries/credentials.server.ts";
import { linkToBallotBox } from "../links.ts";
import { appendToArchive, chainPositionOf } from "./append-to-archive.server.ts";
import type { LockedBox } from "./lock-election.server.ts";
import { lockBox } from "./lock-election.server.ts";
import { proofOfLink, refusalOfProof } from "../queries/link-proof.server.ts";
import { onRoll } from "../queries/roll-tree.server.ts";

export type CastBallotRefusal = Refusal<
  | "ELECTION_CANCELLED"
  | "VOTING_NOT_OPEN_YET"
  | "VOTING_CLOSED"
  | "BALLOT_INVALID"
  | "CODE_OF_ANOTHER_ORGANIZATION"
  | "SECOND_CODE_DIFFERS"
  | "CODE_MAIL_RETURNED"
  | "VOTES_DIFFER_FROM_ROLL"
  | "BALLOT_ALREADY_IN_BOX"
  | "BALLOT_WAS_OPENED"
  | "VOTE_ENTERED_BY_HAND"
  | "ALREADY_VOTED"
  | "ASSISTED_VOTE_NOT_APPROVED"
>;

/** With her account, with the link of her mail, or entered by the commission: one entry, one credential, whichever way. */
export type CastingChannel = "account" | "link" | "assisted";

export interface CastBallotInput {
  readonly electionId: string;
  readonly rollEntryId: string;
  readonly ballot: string;
  /** Made from the voting code in the booth; checked against the roll's tag and forgotten. */
  readonly bindingKey: string;
  /** Where nobody has signed in: shows that the browser has the code … */
  readonly accessKey?: string | undefined;
  /** … and the second code of the mail. */
  readonly secondKey?: string | undefined;
}

export interface BallotReceipt {
  readonly tracker: string;
  readonly position: number;
  readonly castAt: Date;
}

/** Larger than any honest ballot of 100 candidates in either group. */
export const longestBallot = 600_000;

export async function castBallot(
  context: Context,
  input: CastBallotInput,
): Promise<Result<BallotReceipt, CastBallotRefusal>> {
  const own = await getOwnRollEntry(context, input);
  return own.ok ? acceptBallot(context, { ...input, ...own.value }) : own;
}

/** The same checks whichever way a ballot comes. The caller has made sure that it may come this way. */
export async function acceptBallot(
  context: Context,
  input: CastBallotInput & { readonly entry: RollEntry; readonly channel: CastingChannel },
): Promise<Result<BallotReceipt, CastBallotRefusal>> {
  const { entry } = input;
  const election = await context.database.election.findUniqueOrThrow({
    where: { id: input.electionId },
    omit: { credentialsPayload: true },
  });
  const open = requireOpen(election, context.clock.now());
  if (!open.ok) return open;
  const credentials = await credentialsOf(context, election);
  if (input.ballot.length > longestBallot) return refuse("BALLOT_INVALID", { reason: "BALLOT_TOO_LONG" });
  const report = verifyBallot({
    electionPayload: election.electionPayload ?? "",
    credentials,
    ballot: input.ballot,
    backend: fastestBackend,
  });
  if (report.verdict === "invalid" || report.publicCredential === undefined || report.weight === undefined) {
    const failed = report.checks.find((check) => check.outcome === "failed");
    return refuse("BALLOT_INVALID", { reason: failed?.code ?? failed?.name ?? "" });
  }
  const tag = eligibilityTagOf({
    bindingKey: input.bindingKey,
    rollEntryId: entry.id,
    publicCredential: report.publicCredential,
  });
  if (tag !== entry.eligibilityTag) return refuse("CODE_OF_ANOTHER_ORGANIZATION");
  // Security: whoever made the codes could have given one organisation's votes to another; the roll decides.
  if (report.weight !== entry.votes) {
    return refuse("VOTES_DIFFER_FROM_ROLL", { credential: report.weight, roll: entry.votes });
  }
  return putIntoBox(context, {
    ...input,
    credential: report.publicCredential,
    weight: report.weight,
    tracker: trackerOf(input.ballot),
  });
}

type RollEntry = Extract<Awaited<ReturnType<typeof getOwnRollEntry>>, { ok: true }>["value"]["entry"];
type CheckedBallot = CastBallotInput & {
  readonly entry: RollEntry;
  readonly channel: CastingChannel;
  readonly credential: string;
  readonly weight: number;
  readonly tracker: string;
};

/** Only the membership contact of the frozen roll may vote for the organisation; or, where the roll says so, who has its link. */
async function getOwnRollEntry(context: Context, { electionId, rollEntryId, ...proof }: CastBallotInput) {
  const { actor } = context;
  const entry = await context.database.rollEntry.findFirst({ where: { id: rollEntryId, electionId, ...onRoll } });
  if (entry !== null && actor.kind === "person" && entry.contactAccountId === actor.accountId) {
    return ok({ entry, channel: "account" as const });
  }
  const shown = entry === null ? "none" : proofOfLink(entry, proof);
  if (entry === null || shown === "none") throw new NotPermitted("elections:cast", actor);
  return shown === "whole" ? ok({ entry, channel: "link" as const }) : refuse(refusalOfProof(shown));
}

/** Asked again where nobody else can cast meanwhile: a vote entered by hand and a vote of the voter's own never both count. */
async function mergeOnce(
  within: ContextWithin,
  { entry, channel }: CheckedBallot,
): Promise<Result<void, CastBallotRefusal>> {
  const now = await within.database.rollEntry.findUniqueOrThrow({ where: { id: entry.id } });
  if (channel !== "assisted") return now.channel === "assisted" ? refuse("VOTE_ENTERED_BY_HAND") : ok(undefined);
  if (now.hasVoted) return refuse("ALREADY_VOTED");
  const taken = await within.database.assistedVote.updateMany({
    where: { rollEntryId: entry.id, isCast: false },
    data: { isCast: true },
  });
  return taken.count === 1 ? ok(undefined) : refuse("ASSISTED_VOTE_NOT_APPROVED");
}

function requireOpen(election: Parameters<typeof phaseOf>[0], now: Date): Result<void, CastBallotRefusal> {
  const phase = phaseOf(election, now);
  if (phase === "open") return ok(undefined);
  if (phase === "cancelled") return refuse("ELECTION_CANCELLED");
  const isOver = phase === "counting" || phase === "result";
  return isOver
    ? refuse("VOTING_CLOSED", { closesAt: election.closesAt.toISOString() })
    : refuse("VOTING_NOT_OPEN_YET", { opensAt: election.opensAt.toISOString() });
}

function putIntoBox(context: Context, checked: CheckedBallot): Promise<Result<BallotReceipt, CastBallotRefusal>> {
  const { entry, channel } = checked;
  return inTransaction<Result<BallotReceipt, CastBallotRefusal>>(context, async (within) => {
    const election = await lockBox(within, checked.electionId);
    const now = within.clock.now();
    const open = requireOpen(election, now);
    if (!open.ok) return open;
    const step = ballotRecords(chainPositionOf(election), checked.ballot);
    const isReplay = await within.database.ballot.findFirst({
      where: { electionId: election.id, tracker: checked.tracker },
    });
    if (isReplay) return refuse("BALLOT_ALREADY_IN_BOX");
    const merged = await mergeOnce(within, checked);
    if (!merged.ok) return merged;
    const isSpoiled = await within.database.spoiledBallot.findFirst({
      where: { electionId: election.id, tracker: checked.tracker },
    });
    if (isSpoiled) return refuse("BALLOT_WAS_OPENED");
    const position = election.ballotCount + 1;
    // Privacy: no entry in the log for one ballot. Sign-ins stand there with their time; beside them, one line for each ballot, in the
    // order of the box, would join the two. The box is anchored by its head instead (jobs/record-box-heads).
    await appendToArchive(within, election, step);
    await within.database.ballot.create({
      data: {
        electionId: election.id,
        position,
        tracker: checked.tracker,
        credential: checked.credential,
        weight: checked.weight,
      },
    });
    await within.database.election.update({ where: { id: election.id }, data: { ballotCount: position } });
    await within.database.rollEntry.update({
      where: { id: entry.id },
      data: {
        hasVoted: true,
        lastVotedOn: now.toISOString().slice(0, 10),
        ...(channel === "assisted" ? { channel } : {}),
      },
    });
    await sendReceipt(within, election, entry, checked.tracker);
    return ok({ tracker: checked.tracker, position, castAt: now });
  });
}

async function sendReceipt(
  within: ContextWithin,
  election: LockedBox,
  entry: RollEntry,
  tracker: string,
): Promise<void> {
  const language = entry.contactLanguage as Language;
  await sendMail(within, {
    template: "elections/ballot-received",
    to: { address: postalAddressOf(entry), name: entry.contactName, language },
    properties: {
      contactName: entry.contactName,
      isTest: election.isTest,
      organizationName: voterNameOf(entry),
      electionTitle: inLanguage(election.title as Trilingual, language),
      tracker,
      boxLink: `${within.settings.baseUrl}${linkToBallotBox(election.id, { tracker })}`,
      closesAt: election.closesAt.toISOString(),
    },
    deduplication: `ballot-received:${tracker}`,
    // Privacy: the row must not join an address and a ballot, nor tell when an address voted.
    isConfidential: true,
  });
}
