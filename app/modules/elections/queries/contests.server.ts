// What an election decides: its contests in the order of the ballot, with who stands in each.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import type { ContestKind } from "../domain/contests.ts";
import { choosable, leastChoices } from "../domain/contests.ts";

export interface CandidateView {
  readonly id: string;
  /** Its answer's number in the archive. */
  readonly position: number;
  readonly name: string;
  readonly country: string;
  readonly citizenships: readonly string[];
  readonly employerGroup: string;
  readonly biography: Trilingual;
  readonly candidacyId: string | null;
  readonly withdrawnAt: string | null;
}

export interface ContestView {
  readonly id: string;
  readonly electionId: string;
  readonly position: number;
  readonly kind: ContestKind;
  readonly bodyKey: string | null;
  readonly title: Trilingual;
  readonly description: Trilingual;
  readonly seats: number;
  readonly minChoices: number;
  /** Never more than stand. */
  readonly maxChoices: number;
  readonly allowsBlank: boolean;
  /** The body's rules, and who stays in office, as they were when the election was created. */
  readonly rules: Json;
  readonly staying: Json;
  /** The first day of the terms that it gives (UTC). */
  readonly termsBeginOn: string | null;
  /** Nobody in a question, which is answered with yes, no or an abstention. */
  readonly candidates: readonly CandidateView[];
}

/** The contests of an election in the order of the ballot; without those that were taken out of it, or those alone. */
export async function listContests(
  context: ReadingContext,
  electionId: string,
  { isDropped = false }: { readonly isDropped?: boolean } = {},
): Promise<ContestView[]> {
  const rows = await context.database.contest.findMany({
    where: { electionId, droppedAt: isDropped ? { not: null } : null },
    orderBy: { position: "asc" },
    include: { candidates: { orderBy: { position: "asc" } } },
  });
  return rows.map((row) => ({
    id: row.id,
    electionId,
    position: row.position,
    kind: row.kind as ContestKind,
    bodyKey: row.bodyKey,
    title: row.title as Trilingual,
    description: row.description as Trilingual,
    seats: row.seats,
    minChoices: row.candidates.length === 0 ? row.minChoices : leastChoices(row),
    maxChoices: row.candidates.length === 0 ? row.maxChoices : choosable(row),
    allowsBlank: row.allowsBlank,
    rules: row.rules ?? null,
    staying: row.staying ?? null,
    termsBeginOn: row.termsBeginOn,
    candidates: row.candidates.map((candidate) => ({
      id: candidate.id,
      position: candidate.position,
      name: candidate.name,
      country: candidate.country,
      citizenships: candidate.citizenships as string[],
      employerGroup: candidate.employerGroup,
      biography: candidate.biography as Trilingual,
      candidacyId: candidate.candidacyId,
      withdrawnAt: candidate.withdrawnAt?.toISOString() ?? null,
    })),
  }));
}
