// Candidacies: of an election, of a person, and as everybody may read them.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Candidacy, PublicCandidate } from "../domain/candidacy.ts";
import { asCandidacy, asPublic } from "../domain/candidacy-row.ts";

/** What is read with every candidacy. The picture itself stays where it is. */
export const withParts = {
  photo: { select: { hash: true } },
  endorsements: { select: { organizationName: true, givenAt: true } },
} as const;

export interface CandidacySelection {
  readonly electionId?: string;
  readonly contestId?: string;
  readonly accountId?: string;
  readonly nominatorAccountId?: string;
  readonly organizationIds?: readonly string[];
  readonly isPublished?: boolean;
}

/** By name. Who may read the files is for the caller to decide; the public reads `listPublicCandidates`. */
export async function listCandidacies(context: ReadingContext, selection: CandidacySelection): Promise<Candidacy[]> {
  const { organizationIds, isPublished, ...columns } = selection;
  const rows = await context.database.candidacy.findMany({
    where: {
      ...columns,
      ...(organizationIds === undefined ? {} : { organizationId: { in: [...organizationIds] } }),
      ...(isPublished === undefined ? {} : { publishedAt: isPublished ? { not: null } : null }),
    },
    include: withParts,
  });
  return rows.map(asCandidacy).sort(byName);
}

/** One candidacy, or undefined. */
export async function findCandidacy(context: ReadingContext, candidacyId: string): Promise<Candidacy | undefined> {
  const row = await context.database.candidacy.findUnique({ where: { id: candidacyId }, include: withParts });
  return row === null ? undefined : asCandidacy(row);
}

/** The published candidates of an election, in alphabetical order; those who withdrew since are marked, not left out. */
export async function listPublicCandidates(context: ReadingContext, electionId: string): Promise<PublicCandidate[]> {
  return (await listCandidacies(context, { electionId, isPublished: true })).map(asPublic);
}

/** A published candidate, or undefined. */
export async function findPublicCandidate(
  context: ReadingContext,
  candidacyId: string,
): Promise<PublicCandidate | undefined> {
  const candidacy = await findCandidacy(context, candidacyId);
  return candidacy?.publishedAt ? asPublic(candidacy) : undefined;
}

/** Alphabetical as a Spanish reader expects it, whatever the machine's locale. */
function byName(left: { readonly name: string }, right: { readonly name: string }): number {
  return left.name.localeCompare(right.name, "es");
}
