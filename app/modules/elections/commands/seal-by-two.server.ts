// Sealing takes two members of the commission: one compares the fingerprints and proposes, another compares them herself and approves.
// Source: CM/Rec(2017)5 no. 41 (sensitive acts in teams of two) and no. 42 (the box shown to be genuine and empty).
import { sha256 } from "@noble/hashes/sha2.js";
import { seatGroundHash } from "#app/lib/audit-bundle/index.ts";
import { canonicalJson } from "#app/lib/canonical-json/index.ts";
import { hexOf } from "#app/lib/merkle-tree/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { ApprovableAct, ProposedChange } from "#app/modules/approvals/index.server.ts";
import { approveProposal, listProposals, proposeActWithin } from "#app/modules/approvals/index.server.ts";
import { findCalendar } from "#app/modules/calendars/index.server.ts";
import type { Context, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { formatsIn } from "#app/platform/language/formats.ts";
import { sentencesFor } from "#app/platform/language/catalogue.server.ts";
import { defaultLanguage, inLanguage, languages } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { requireRehearsal } from "../before-sealing/queries/require-rehearsal.server.ts";
import type { SeatedContest } from "../domain/seat-ground.ts";
import { seatGroundOf, seatWordsOf, traitsOf } from "../domain/seat-ground.ts";
import { linkToDuty } from "../links.ts";
import { permissions } from "../module.ts";
import { lockElection, readElection } from "./lock-election.server.ts";
import { decideSealing, fingerprintsToCompare, requireTimetable, sealLocked } from "./seal-ballot-box.server.ts";
import { requireFinalRoll } from "./sign-roll.server.ts";

export type Compared = { readonly trustees: string; readonly credentials: string };

export const sealAct: ApprovableAct<Compared> = {
  kind: "elections:seal",
  mayPropose: permissions["elections:seal"],
  mayApprove: permissions["elections:seal"],
  // Why its own page: the second person compares the fingerprints herself.
  approvedOn: (subjectId) => linkToDuty(subjectId, "seal"),
  describe: (context, { subjectId }) => whatBecomesFixed(context, subjectId),
  async carryOut(within, { subjectId, payload }) {
    return sealLocked(within, await lockElection(within, subjectId), payload);
  },
};

/** Proposes to seal what the person has compared; the box stays as it is. */
export async function proposeSealing(
  context: Context,
  {
    electionId,
    compared,
    reason,
  }: { readonly electionId: string; readonly compared: Compared; readonly reason: string },
): Promise<Result<{ proposalId: string }, Refusal>> {
  requirePermission(context.actor, permissions, "elections:seal");
  return inTransaction<Result<{ proposalId: string }, Refusal>>(context, async (within) => {
    const election = await lockElection(within, electionId);
    const decision = decideSealing(election, compared, within.clock.now());
    if (!decision.ok) return decision;
    const announced = await requireTimetable(within, election);
    if (!announced.ok) return announced;
    const roll = await requireFinalRoll(within, election);
    if (!roll.ok) return roll;
    const rehearsed = await requireRehearsal(within, election);
    if (!rehearsed.ok) return rehearsed;
    return proposeActWithin(within, sealAct, {
      subjectType: "election",
      subjectId: electionId,
      subjectTitle: election.title as Trilingual,
      payload: compared,
      reason,
    });
  });
}

/** Approves with the fingerprints that this person has compared herself; they must be those of the proposal. */
export async function approveSealing(
  context: Context,
  { electionId, compared }: { readonly electionId: string; readonly compared: Compared },
): Promise<Result<unknown, Refusal>> {
  requirePermission(context.actor, permissions, "elections:seal");
  const proposal = await findOpenSealing(context, electionId);
  if (proposal === undefined) return refuse("SEALING_NOT_PROPOSED");
  const proposed = proposal.payload as Compared;
  const isSame = proposed.trustees === compared.trustees && proposed.credentials === compared.credentials;
  if (!isSame) return refuse("FINGERPRINTS_CHANGED");
  const approved = await approveProposal(context, [sealAct], { proposalId: proposal.id });
  return approved.ok ? ok(undefined) : approved;
}

/** The proposal to seal that waits for a second member. */
export async function findOpenSealing(context: ReadingContext, electionId: string) {
  const [open] = await listProposals(context, { kind: sealAct.kind, subjectId: electionId, state: "proposed" });
  return open;
}

/** SHA-256 (hex) over what was issued to each entry: its tag, its access hash and its sealed mail. Published anew, it is another. */
async function hashOfIssued(context: ReadingContext, electionId: string): Promise<string> {
  const entries = await context.database.rollEntry.findMany({
    where: { electionId },
    orderBy: { id: "asc" },
    select: { id: true, eligibilityTag: true, accessKeyHash: true, sealedVotingCode: true },
  });
  return hexOf(sha256(new TextEncoder().encode(canonicalJson(entries))));
}

/** Who stands, as the caps see them, and how the seats are given. */
async function contestsInWords(contests: readonly (SeatedContest & { title: unknown })[]): Promise<ProposedChange[]> {
  const sentences = await Promise.all(
    languages.map(async (language) => [language, await sentencesFor(language, "elections")] as const),
  );
  return contests.flatMap((contest) => {
    const number = contest.position + 1;
    const title = inLanguage(contest.title as Trilingual, defaultLanguage);
    const standing = [title, ...contest.candidates.map(traitsOf)].join("\n");
    const words = sentences.map(([language, t]) => [
      language,
      t("seatWords", seatWordsOf(contest, formatsIn(language).day)),
    ]);
    return [
      { field: `contests.${number}`, before: null, after: standing },
      ...(contest.kind === "question"
        ? []
        : [{ field: `seats.${number}`, before: null, after: Object.fromEntries(words) as Record<string, string> }]),
    ];
  });
}

/** When the calendar was promised; null where nobody was told one, so that two people see it and answer for it. */
async function publishedAtOf(context: ReadingContext, electionId: string): Promise<string | null> {
  return (await findCalendar(context, electionId))?.publishedAt?.toISOString() ?? null;
}

/** Everything that can never be changed afterwards. Where any of it changes after the proposal, the approval is refused. */
async function whatBecomesFixed(context: ReadingContext, electionId: string): Promise<ProposedChange[]> {
  const election = await readElection(context, electionId);
  const roll = await context.database.rollEntry.aggregate({
    where: { electionId },
    _count: true,
    _sum: { votes: true },
  });
  const { trustees, credentials } = fingerprintsToCompare(election);
  return [
    { field: "trusteesFingerprint", before: null, after: trustees },
    { field: "credentialsFingerprint", before: null, after: credentials },
    { field: "opensAt", before: null, after: election.opensAt.toISOString() },
    { field: "closesAt", before: null, after: election.closesAt.toISOString() },
    { field: "timetable", before: null, after: await publishedAtOf(context, electionId) },
    ...(await contestsInWords(election.contests)),
    { field: "seatGround", before: null, after: seatGroundHash(seatGroundOf(election.contests)) },
    { field: "rollRoot", before: null, after: election.rollRoot },
    { field: "rollEntries", before: null, after: roll._count },
    { field: "votes", before: null, after: roll._sum.votes ?? 0 },
    { field: "issuedEntries", before: null, after: await hashOfIssued(context, electionId) },
  ];
}
