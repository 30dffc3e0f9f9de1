// From the count to the register of office holders: who enters which body, from which day until which.
import type {
  CandidateDocument,
  ContestCount,
  ContestDocument,
  CountDocument,
  FrozenRules,
} from "#app/lib/audit-bundle/index.ts";
import { lastDayOfTerm, termsBeginOn } from "#app/modules/bodies/index.ts";

export interface ElectedTerms {
  readonly bodyKey: string;
  readonly begin: string;
  readonly seats: number;
  readonly incompatibleBodies: readonly string[];
  readonly staying: readonly { readonly name: string }[];
  readonly holders: readonly {
    readonly name: string;
    readonly citizenships: string[];
    readonly employerGroup: string;
    readonly rank: number;
    readonly from: string;
    readonly until: string;
    readonly source: string;
    readonly electionId: string;
    /** Where the person stood in the archive. */
    readonly candidate: { readonly contest: number; readonly position: number };
  }[];
}

export interface CountedElection {
  readonly electionId: string;
  readonly closesAt: Date;
  readonly count: CountDocument;
  readonly contests: readonly ContestDocument[];
  readonly candidates: readonly CandidateDocument[];
}

/** What of the frozen rules only the register needs. */
interface RulesOfRegister {
  readonly seats?: number;
  readonly termsBegin?: "new-year" | "after-election";
  readonly incompatibleBodies?: readonly string[];
}

/** Contests of no body, or without rules about terms, change no register. */
export function termsOfElected({ count, contests, candidates, electionId, closesAt }: CountedElection): ElectedTerms[] {
  return contests.flatMap((contest): ElectedTerms[] => {
    const own = count.contests.find(({ position }) => position === contest.position);
    const { bodyKey, staying } = contest;
    if (bodyKey === null || bodyKey === "other" || contest.rules === null || own === undefined) return [];
    const { seats, termsBegin = "new-year", incompatibleBodies = [] } = contest.rules as FrozenRules & RulesOfRegister;
    // Why the contest's own day first: who stays in office was computed for it, and an extraordinary election has another than the rules give.
    const begin = contest.termsBeginOn ?? termsBeginOn({ termsBegin }, closesAt);
    const holders = own.elected.flatMap((seat) => holderOf(seat, { contest, candidates, from: begin, electionId }));
    if (holders.length === 0) return [];
    return [{ bodyKey, begin, seats: seats ?? contest.seats, incompatibleBodies, staying, holders }];
  });
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
  if (person === undefined || termYears === 0) return [];
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
      candidate: { contest: contest.position, position: candidate },
    },
  ];
}
