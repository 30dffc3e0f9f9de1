// Elections as the public sees them: lists and the facts of one. Nothing here tells a total before the result.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import type { ElectionFacts, ElectionPhase } from "../domain/phase.ts";
import { phaseOf } from "../domain/phase.ts";
import type { StepProgress } from "../domain/preparation.ts";
import { preparationOf } from "../domain/preparation.ts";

export interface ElectionSummary {
  readonly id: string;
  readonly body: string;
  readonly title: Trilingual;
  readonly isTest: boolean;
  readonly phase: ElectionPhase;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly maxChoices: number;
  readonly candidateCount: number;
  readonly ballotCount: number;
}

export interface CandidateView {
  readonly position: number;
  readonly name: string;
  readonly country: string;
  readonly biography: Trilingual;
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
  readonly minChoices: number;
  readonly allowsBlank: boolean;
  readonly rollDate: string;
  readonly rollFrozenAt: string | null;
  readonly rollRoot: string | null;
  readonly rollOrganizations: number;
  readonly rollVotes: number;
  readonly trusteeThreshold: number;
  readonly trustees: readonly TrusteeView[];
  readonly candidates: readonly CandidateView[];
  readonly preparation: readonly StepProgress[];
  readonly sealedAt: string | null;
  readonly closedAt: string | null;
  readonly resultAt: string | null;
  readonly lastEventHash: string | null;
  readonly electionPayload: string | null;
  readonly trusteesPayload: string | null;
  readonly credentialsPayload: string | null;
}

/** Elections that have left the draft, the newest closing first; drafts too where `withDrafts` (the desks). */
export async function listElections(
  context: ReadingContext,
  { withDrafts = false }: { readonly withDrafts?: boolean } = {},
): Promise<ElectionSummary[]> {
  const rows = await context.database.election.findMany({
    where: withDrafts ? {} : { rollFrozenAt: { not: null } },
    orderBy: { closesAt: "desc" },
    include: { _count: { select: { candidates: true } } },
  });
  return rows.map((row) => ({ ...summaryOf(row, context.clock.now()), candidateCount: row._count.candidates }));
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
    include: { candidates: { orderBy: { position: "asc" } }, trustees: { orderBy: { index: "asc" } } },
  });
  if (row === null) return undefined;
  const roll = await context.database.rollEntry.aggregate({
    where: { electionId },
    _count: true,
    _sum: { votes: true },
  });
  return {
    ...summaryOf(row, context.clock.now()),
    candidateCount: row.candidates.length,
    description: row.description as Trilingual,
    group: row.group,
    minChoices: row.minChoices,
    allowsBlank: row.allowsBlank,
    rollDate: row.rollDate,
    rollFrozenAt: row.rollFrozenAt?.toISOString() ?? null,
    rollRoot: row.rollRoot,
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
    candidates: row.candidates.map((candidate) => ({
      position: candidate.position,
      name: candidate.name,
      country: candidate.country,
      biography: candidate.biography as Trilingual,
    })),
    preparation: preparationOf(row),
    sealedAt: row.sealedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    resultAt: row.resultAt?.toISOString() ?? null,
    lastEventHash: row.lastEventHash,
    electionPayload: row.electionPayload,
    trusteesPayload: row.trusteesPayload,
    credentialsPayload: row.credentialsPayload,
  };
}

interface SummaryRow extends ElectionFacts {
  readonly id: string;
  readonly body: string;
  readonly title: unknown;
  readonly isTest: boolean;
  readonly maxChoices: number;
  readonly ballotCount: number;
}

function summaryOf(row: SummaryRow, now: Date): Omit<ElectionSummary, "candidateCount"> {
  return {
    id: row.id,
    body: row.body,
    title: row.title as Trilingual,
    isTest: row.isTest,
    phase: phaseOf(row, now),
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    maxChoices: row.maxChoices,
    ballotCount: row.ballotCount,
  };
}
