// From the count to the register of office holders: who enters which body, from which day until which.
import type { CandidateDocument, ContestCount, ContestDocument, CountDocument } from "#app/lib/audit-bundle/index.ts";
import { lastDayOfTerm, termsBeginOn } from "#app/modules/bodies/index.ts";

export interface ElectedTerms {
  readonly bodyKey: string;
  readonly holders: readonly {
    readonly name: string;
    readonly citizenships: string[];
    readonly employerGroup: string;
    readonly rank: number;
    readonly from: string;
    readonly until: string;
    readonly source: string;
    readonly electionId: string;
  }[];
}

export interface CountedElection {
  readonly electionId: string;
  readonly closesAt: Date;
  readonly count: CountDocument;
  readonly contests: readonly ContestDocument[];
  readonly candidates: readonly CandidateDocument[];
}

/** Contests without a body, without rules about terms, or of people whose citizenship nobody wrote down change no register. */
export function termsOfElected({ count, contests, candidates, electionId, closesAt }: CountedElection): ElectedTerms[] {
  return contests.flatMap((contest): ElectedTerms[] => {
    const own = count.contests.find(({ position }) => position === contest.position);
    if (contest.bodyKey === null || contest.rules === null || own === undefined) return [];
    // Why the contest's own day first: who stays in office was computed for it, and an extraordinary election has another than the rules give.
    const from = contest.termsBeginOn ?? termsBeginOn({ termsBegin: termsBeginIn(contest.rules) }, closesAt);
    const holders = own.elected.flatMap((seat) => holderOf(seat, { contest, candidates, from, electionId }));
    return holders.length === 0 ? [] : [{ bodyKey: contest.bodyKey, holders }];
  });
}

function termsBeginIn(rules: object): "new-year" | "after-election" {
  return (rules as { readonly termsBegin?: unknown }).termsBegin === "after-election" ? "after-election" : "new-year";
}

function holderOf(
  { candidate, rank, termYears }: ContestCount["elected"][number],
  {
    contest,
    candidates,
    from,
    electionId,
  }: Pick<CountedElection, "candidates" | "electionId"> & {
    readonly contest: ContestDocument;
    readonly from: string;
  },
): ElectedTerms["holders"] {
  const person = candidates.find((one) => one.contest === contest.position && one.position === candidate);
  if (person === undefined || person.citizenships.length === 0 || termYears === 0) return [];
  return [
    {
      name: person.name,
      citizenships: [...person.citizenships],
      employerGroup: person.employerGroup,
      rank,
      from,
      until: lastDayOfTerm(from, termYears),
      source: `election ${electionId}`,
      electionId,
    },
  ];
}
