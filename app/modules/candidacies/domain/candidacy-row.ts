// A row of the database as the candidacy that everybody else reads.
import type { Trilingual } from "#app/platform/language/languages.ts";
import type { Candidacy, PublicCandidate } from "./candidacy.ts";
import { stateOf } from "./candidacy-state.ts";

export interface CandidacyRow {
  readonly id: string;
  readonly electionId: string;
  readonly contestId: string;
  readonly organizationId: string | null;
  readonly organizationName: string | null;
  readonly nominatorAccountId: string;
  readonly nominatorName: string;
  readonly nominatedAt: Date;
  readonly nominatorStanding: unknown;
  readonly isSelfNomination: boolean;
  readonly statement: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly country: string;
  readonly citizenships: unknown;
  readonly employer: string;
  readonly employerGroup: string;
  readonly acceptedAt: Date | null;
  readonly declinedAt: Date | null;
  readonly biography: unknown;
  readonly links: unknown;
  readonly decision: string | null;
  readonly decidedAt: Date | null;
  readonly correctUntil: Date | null;
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawalReason: string | null;
  readonly photo: { readonly hash: string } | null;
  readonly endorsements: readonly { readonly organizationName: string; readonly givenAt: Date | null }[];
}

export function asCandidacy(row: CandidacyRow): Candidacy {
  const { photo, endorsements, nominatorStanding, decision: _decision, ...rest } = row;
  const endorsedBy = endorsements.filter(({ givenAt }) => givenAt !== null).map((each) => each.organizationName);
  return {
    ...rest,
    state: stateOf(row),
    citizenships: row.citizenships as string[],
    biography: row.biography as Trilingual,
    links: row.links as string[],
    photoHash: photo?.hash ?? null,
    nominatorStanding: nominatorStanding as Candidacy["nominatorStanding"],
    nominatedBy: row.organizationName ?? row.nominatorName,
    endorsedBy: endorsedBy.sort((left, right) => left.localeCompare(right, "es")),
    endorsementsGiven: endorsedBy.length,
    struckAt: row.publishedAt !== null && row.decision === "rejected" ? row.decidedAt : null,
  };
}

/** What the public may read of it. A list of what is kept, so that a new column is not public by accident. */
export function asPublic(candidacy: Candidacy): PublicCandidate {
  return Object.fromEntries(publicFields.map((field) => [field, candidacy[field]])) as unknown as PublicCandidate;
}

const publicFields = [
  "id",
  "electionId",
  "contestId",
  "name",
  "country",
  "citizenships",
  "employer",
  "biography",
  "links",
  "photoHash",
  "nominatedBy",
  "isSelfNomination",
  "statement",
  "endorsedBy",
  "withdrawnAt",
  "struckAt",
] as const satisfies readonly (keyof PublicCandidate)[];
