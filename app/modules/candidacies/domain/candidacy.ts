// A candidacy as the module's pages and other modules read it.
import type { Trilingual } from "#app/platform/language/languages.ts";
import type { CandidacyState } from "./candidacy-state.ts";

/** What everybody may know of a candidate once the list is published: the same fields for each. */
export interface PublicCandidate {
  readonly id: string;
  readonly electionId: string;
  readonly contestId: string;
  readonly name: string;
  readonly country: string;
  readonly citizenships: readonly string[];
  readonly employer: string;
  readonly biography: Trilingual;
  readonly links: readonly string[];
  /** Null without a photograph; otherwise part of its address, so that a changed picture has another one. */
  readonly photoHash: string | null;
  readonly nominatedBy: string;
  readonly isSelfNomination: boolean;
  readonly statement: string;
  readonly endorsedBy: readonly string[];
  readonly withdrawnAt: Date | null;
  /** Struck from the published list by the commission. */
  readonly struckAt: Date | null;
}

/** Everything: for the candidate and for the commission. */
export interface Candidacy extends PublicCandidate {
  readonly state: CandidacyState;
  readonly accountId: string;
  readonly email: string;
  readonly employerGroup: string;
  readonly organizationId: string | null;
  readonly organizationName: string | null;
  readonly nominatorAccountId: string;
  readonly nominatorName: string;
  readonly nominatedAt: Date;
  readonly nominatorStanding: { readonly isGood: boolean; readonly reasonsNot: readonly string[] };
  readonly acceptedAt: Date | null;
  readonly declinedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly correctUntil: Date | null;
  readonly publishedAt: Date | null;
  readonly withdrawalReason: string | null;
  readonly endorsementsGiven: number;
}
