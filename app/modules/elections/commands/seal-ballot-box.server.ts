// Seals the empty ballot box: from here on the questions, the key, the credentials and the times are fixed in the public archive,
// and the voting codes leave for the voters. Source: CM/Rec(2017)5 no. 42 (shown to be genuine and empty before opening).
import { documentBytes, hashOf, seatGroundHash } from "#app/lib/audit-bundle/index.ts";
import {
  electionPublicKey,
  payloadFingerprint,
  serializeElection,
  setupRecords,
} from "#app/lib/ballot-protocol/index.ts";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { AnnouncedRefusal, StageRefusal } from "#app/modules/calendars/index.server.ts";
import { requireAnnounced, requireStage } from "#app/modules/calendars/index.server.ts";
import { queueSealedMails } from "#app/modules/notifications/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Language, Trilingual } from "#app/platform/language/languages.ts";
import { defaultLanguage, inLanguage } from "#app/platform/language/languages.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { softwareDocument } from "#app/platform/software.server.ts";
import { requireRehearsal } from "../before-sealing/queries/require-rehearsal.server.ts";
import { codeMailKey } from "../domain/code-mail.ts";
import { archivedQuestionOf, canBeVotedOn } from "../domain/contests.ts";
import { nextStepOf } from "../domain/preparation.ts";
import { seatGroundOf } from "../domain/seat-ground.ts";
import { requireNoDelegateOnBallot } from "../queries/delegate-on-ballot.server.ts";
import { appendToArchive } from "./append-to-archive.server.ts";
import type { LockedElection } from "./lock-election.server.ts";
import { lockElection } from "./lock-election.server.ts";
import { requireFinalRoll } from "./sign-roll.server.ts";

export type SealBallotBoxRefusal =
  | StageRefusal
  | AnnouncedRefusal
  | Refusal<
      | "FINGERPRINTS_CHANGED"
      | "BOX_ALREADY_SEALED"
      | "PREPARATION_INCOMPLETE"
      | "CONTEST_WITHOUT_CANDIDATES"
      | "ELECTION_CLOSES_IN_THE_PAST"
      | "SEALING_NEEDS_TWO_PEOPLE"
      | "ROLL_DIFFERS_FROM_ITS_ROOT"
      | "ROLL_NOT_SIGNED"
      | "REHEARSAL_MISSING"
      | "DELEGATE_ON_BALLOT"
      | "DELEGATE_NAMED_AS_ON_BALLOT"
    >;

/** What could still change the roll or the candidates must be over when they are fixed. */
const decidedBeforeSealing = ["roll-decisions", "complaint-decisions"] as const;

export interface SealBallotBoxInput {
  readonly electionId: string;
  /** The fingerprints that the person compared; absent where nobody looks (simulations). */
  readonly compared?: { readonly trustees: string; readonly credentials: string };
}

/** The fingerprints of what is about to become unchangeable. */
export function fingerprintsToCompare(election: {
  readonly trusteesPayload: string | null;
  readonly credentialsPayload: string | null;
}): { trustees: string; credentials: string } {
  return {
    trustees: payloadFingerprint(election.trusteesPayload ?? ""),
    credentials: payloadFingerprint(election.credentialsPayload ?? ""),
  };
}

/** Why a test election may be sealed by a program: rehearsals and simulations have no people. Every other one needs two (seal-by-two). */
export async function sealBallotBox(
  context: Context,
  { electionId, compared }: SealBallotBoxInput,
): Promise<Result<{ lastEventHash: string }, SealBallotBoxRefusal>> {
  if (context.actor.kind !== "system" && context.actor.kind !== "command-line") {
    throw new NotPermitted("elections:seal", context.actor);
  }
  return inTransaction(context, async (within) => {
    const election = await lockElection(within, electionId);
    return election.isTest ? sealLocked(within, election, compared) : refuse("SEALING_NEEDS_TWO_PEOPLE");
  });
}

/** Whether everything that comes before the seal is done, and is what was compared. */
export function decideSealing(
  election: LockedElection,
  compared: SealBallotBoxInput["compared"],
  now: Date,
): Result<void, SealBallotBoxRefusal> {
  if (election.sealedAt) return refuse("BOX_ALREADY_SEALED");
  const missing = nextStepOf({ ...election, hasCredentials: election.credentialsPayload !== null });
  if (missing !== "seal") return refuse("PREPARATION_INCOMPLETE", { step: missing ?? "" });
  const empty = election.contests.find((contest) => !canBeVotedOn(contest));
  if (empty) {
    return refuse("CONTEST_WITHOUT_CANDIDATES", { contest: inLanguage(empty.title as Trilingual, defaultLanguage) });
  }
  // Why: another member may have published other credentials between the comparison and the press of the button.
  const present = fingerprintsToCompare(election);
  const isAsCompared =
    compared === undefined || (compared.trustees === present.trustees && compared.credentials === present.credentials);
  if (!isAsCompared) return refuse("FINGERPRINTS_CHANGED");
  return now >= election.closesAt ? refuse("ELECTION_CLOSES_IN_THE_PAST") : ok(undefined);
}

/** Source: CM/Rec(2017)5 no. 32: what binds opens only if everybody could read its timetable long enough before, stage by stage. */
export async function requireTimetable(
  within: ContextWithin,
  { id, isTest, opensAt, contests }: Pick<LockedElection, "id" | "isTest" | "opensAt" | "contests">,
): Promise<Result<undefined, AnnouncedRefusal>> {
  if (isTest) return ok(undefined);
  return requireAnnounced(within, id, { opensAt, hasCandidates: contests.some(({ kind }) => kind === "candidates") });
}

/** Seals; the election must be locked. */
export async function sealLocked(
  within: ContextWithin,
  election: LockedElection,
  compared: SealBallotBoxInput["compared"],
): Promise<Result<{ lastEventHash: string }, SealBallotBoxRefusal>> {
  const now = within.clock.now();
  const decision = decideSealing(election, compared, now);
  if (!decision.ok) return decision;
  const mayNow = await requireStage(within, election.id, "key-ceremony", now, decidedBeforeSealing);
  if (!mayNow.ok) return mayNow;
  const announced = await requireTimetable(within, election);
  if (!announced.ok) return announced;
  const roll = await requireFinalRoll(within, election);
  if (!roll.ok) return roll;
  const rehearsed = await requireRehearsal(within, election);
  if (!rehearsed.ok) return rehearsed;
  const apart = await requireNoDelegateOnBallot(within, election.id);
  if (!apart.ok) return apart;
  const electionPayload = electionPayloadOf(election);
  const step = setupRecords({
    election: electionPayload,
    trustees: election.trusteesPayload ?? "",
    credentials: election.credentialsPayload ?? "",
  });
  await recordAudit(within, {
    action: "elections:box-sealed",
    subjectType: "election",
    subjectId: election.id,
    // Why here: nobody can say later that another roll was sealed, that it needed no signatures, or that other rules decide the seats.
    details: {
      lastEventHash: step.position.hash,
      rollRoot: election.rollRoot,
      rollSignaturesNeeded: roll.value.needed,
      seatGround: seatGroundHash(seatGroundOf(election.contests)),
      // Source: CM/Rec(2017)5 nos. 33 and 38: which program the voters' browsers run is fixed where everybody can read it.
      software: hashOf(documentBytes(await softwareDocument())),
    },
  });
  await within.database.election.update({
    where: { id: election.id },
    data: { sealedAt: now, electionPayload, archiveTimestamp: String(Math.floor(now.getTime() / 1000)) },
  });
  await appendToArchive(within, election, step);
  await handOverVotingCodes(within, election.id);
  return ok({ lastEventHash: step.position.hash });
}

/** The election as the archive describes it. The archive knows one language; the pages translate. */
function electionPayloadOf(election: LockedElection): string {
  const group = election.group as GroupName;
  return serializeElection({
    uuid: election.id,
    name: inLanguage(election.title as Trilingual, defaultLanguage),
    description: inLanguage(election.description as Trilingual, defaultLanguage),
    group,
    publicKey: electionPublicKey(group, election.trusteesPayload ?? ""),
    questions: election.contests.map(archivedQuestionOf),
  });
}

async function handOverVotingCodes(within: ContextWithin, electionId: string): Promise<void> {
  const entries = await within.database.rollEntry.findMany({
    where: { electionId, sealedVotingCode: { not: null } },
    select: { id: true, contactEmail: true, contactLanguage: true, sealedVotingCode: true },
  });
  await queueSealedMails(
    within,
    entries.map((entry) => ({
      template: "elections/voting-code",
      to: { address: entry.contactEmail },
      language: entry.contactLanguage as Language,
      sealed: entry.sealedVotingCode ?? "",
      deduplication: codeMailKey(entry.id),
      subject: { type: "election", id: electionId },
    })),
  );
  await within.database.rollEntry.updateMany({ where: { electionId }, data: { sealedVotingCode: null } });
}
