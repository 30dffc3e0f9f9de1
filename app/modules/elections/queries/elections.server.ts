// Elections as the public sees them: lists and the facts of one. Nothing here tells a total before the result.
import { listPublishedProcesses } from "#app/modules/calendars/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import type { ElectionFacts, ElectionPhase } from "../domain/phase.ts";
import { phaseOf } from "../domain/phase.ts";
import type { Cancellation } from "../cancelling/domain/cancellation.ts";
import { readCancellation } from "../cancelling/domain/cancellation.ts";
import type { StepProgress } from "../domain/preparation.ts";
import { preparationOf } from "../domain/preparation.ts";
import { listPublicCalls } from "./call.server.ts";
import type { ContestView } from "./contests.server.ts";
import { listContests } from "./contests.server.ts";
import { onRoll } from "./roll-tree.server.ts";

export type { CandidateView, ContestView } from "./contests.server.ts";

/** Organisations with the votes of their category, or people with one vote each. */
export type Electorate = "organizations" | "individuals";

export interface ElectionSummary {
  readonly id: string;
  readonly title: Trilingual;
  readonly isTest: boolean;
  readonly phase: ElectionPhase;
  /** The phase; of an election that was called off, the one in which that happened: it says which pages there are. */
  readonly reached: ElectionPhase;
  readonly opensAt: string;
  readonly closesAt: string;
  /** Whose votes these are. */
  readonly electorate: Electorate;
  readonly hasCall: boolean;
  readonly contestCount: number;
  readonly candidateCount: number;
  readonly ballotCount: number;
}

export interface TrusteeView {
  readonly index: number;
  readonly name: string;
  readonly hasCertificate: boolean;
  readonly hasPolynomial: boolean;
  readonly hasKey: boolean;
  readonly hasRehearsed: boolean;
  readonly hasDecrypted: boolean;
}

export interface ElectionView extends ElectionSummary {
  readonly description: Trilingual;
  readonly group: string;
  readonly rollDate: string;
  readonly rollFrozenAt: string | null;
  readonly rollRoot: string | null;
  /** 1 when the roll was frozen, one more with every change; 0 before. */
  readonly rollVersion: number;
  readonly rollOrganizations: number;
  readonly rollVotes: number;
  readonly trusteeThreshold: number;
  readonly trustees: readonly TrusteeView[];
  /** In the order of the ballot. */
  readonly contests: readonly ContestView[];
  readonly preparation: readonly StepProgress[];
  readonly sealedAt: string | null;
  readonly closedAt: string | null;
  readonly resultAt: string | null;
  readonly cancelledAt: string | null;
  /** Why two people called it off; null where nobody did. */
  readonly cancellation: Cancellation | null;
  readonly lastEventHash: string | null;
  readonly electionPayload: string | null;
}

/** Why left out: a megabyte with eleven thousand voters, and every public page of the election would read it. */
const withoutPayloads = {
  credentialsPayload: true,
  trusteesPayload: true,
  rehearsalPayload: true,
  encryptedTally: true,
  resultPayload: true,
} as const;

/** Of a trustee, only what shows how far she is. */
const trusteeColumns = {
  index: true,
  name: true,
  certificate: true,
  polynomial: true,
  verificationKey: true,
  rehearsedAt: true,
  decryptedAt: true,
} as const;

/** Elections that are announced or have left the draft, the newest closing first; drafts too where `withDrafts` (the desks). */
export async function listElections(
  context: ReadingContext,
  { withDrafts = false }: { readonly withDrafts?: boolean } = {},
): Promise<ElectionSummary[]> {
  const announced = withDrafts ? [] : await listPublishedProcesses(context);
  const calls = withDrafts ? [] : await listPublicCalls(context);
  const rows = await context.database.election.findMany({
    where: withDrafts ? {} : { OR: [{ rollFrozenAt: { not: null } }, { id: { in: [...announced, ...calls] } }] },
    orderBy: { closesAt: "desc" },
    omit: { ...withoutPayloads, electionPayload: true },
    include: { contests: { where: { droppedAt: null }, select: { _count: { select: { candidates: true } } } } },
  });
  return rows.map((row) => ({
    ...summaryOf(row, context.clock.now()),
    contestCount: row.contests.length,
    candidateCount: row.contests.reduce((sum, contest) => sum + contest._count.candidates, 0),
  }));
}

/** For the front page: what is prepared, open or just decided. */
export async function listPublicElections(context: ReadingContext): Promise<ElectionSummary[]> {
  const elections = await listElections(context);
  return elections.slice(0, 6);
}

/** One election, or undefined when there is none with that id. */
export async function findElection(context: ReadingContext, electionId: string): Promise<ElectionView | undefined> {
  const row = await context.database.election.findUnique({
    where: { id: electionId },
    omit: withoutPayloads,
    include: { trustees: { orderBy: { index: "asc" }, select: trusteeColumns } },
  });
  if (row === null) return undefined;
  const withCredentials = { id: electionId, credentialsPayload: { not: null } };
  const hasCredentials = (await context.database.election.count({ where: withCredentials })) > 0;
  const contests = await listContests(context, electionId);
  const roll = await context.database.rollEntry.aggregate({
    where: { electionId, ...onRoll },
    _count: true,
    _sum: { votes: true },
  });
  return {
    ...summaryOf(row, context.clock.now()),
    contestCount: contests.length,
    candidateCount: contests.reduce((sum, contest) => sum + contest.candidates.length, 0),
    description: row.description as Trilingual,
    group: row.group,
    rollDate: row.rollDate,
    rollFrozenAt: row.rollFrozenAt?.toISOString() ?? null,
    rollRoot: row.rollRoot,
    rollVersion: row.rollVersion,
    rollOrganizations: roll._count,
    rollVotes: roll._sum.votes ?? 0,
    trusteeThreshold: row.trusteeThreshold,
    trustees: row.trustees.map((trustee) => ({
      index: trustee.index,
      name: trustee.name,
      hasCertificate: trustee.certificate !== null,
      hasPolynomial: trustee.polynomial !== null,
      hasKey: trustee.verificationKey !== null,
      hasRehearsed: trustee.rehearsedAt !== null,
      hasDecrypted: trustee.decryptedAt !== null,
    })),
    contests,
    preparation: preparationOf({ ...row, hasCredentials }),
    sealedAt: row.sealedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    resultAt: row.resultAt?.toISOString() ?? null,
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
    cancellation: readCancellation(row.cancellation),
    lastEventHash: row.lastEventHash,
    electionPayload: row.electionPayload,
  };
}

interface SummaryRow extends ElectionFacts {
  readonly id: string;
  readonly title: unknown;
  readonly isTest: boolean;
  readonly electorate: string;
  readonly hasCall: boolean;
  readonly ballotCount: number;
  readonly cancellation: unknown;
}

function summaryOf(row: SummaryRow, now: Date): Omit<ElectionSummary, "contestCount" | "candidateCount"> {
  return {
    id: row.id,
    title: row.title as Trilingual,
    isTest: row.isTest,
    phase: phaseOf(row, now),
    reached: readCancellation(row.cancellation)?.phase ?? phaseOf(row, now),
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    electorate: row.electorate as Electorate,
    hasCall: row.hasCall,
    ballotCount: row.ballotCount,
  };
}
