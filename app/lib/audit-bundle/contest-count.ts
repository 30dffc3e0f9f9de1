// The count of an election out of the archive's totals, the frozen rules and the recorded decisions: the server computes it to publish,
// and whoever has the bundle computes it again.
import type { CountOutcome, TieDecision } from "../seat-count/index.ts";
import { countSeats } from "../seat-count/index.ts";
import type { TieDocument } from "./decision-documents.ts";
import type { CandidateDocument, ContestCount, ContestDocument } from "./documents.ts";

export interface CountGround {
  readonly contests: readonly ContestDocument[];
  readonly candidates: readonly CandidateDocument[];
  readonly ties: readonly TieDocument[];
  /** The archive's result, one row a contest; where abstention is a mark of its own it stands first. */
  readonly totals: readonly (readonly number[])[];
}

/** What a candidate is called in the seat count: sorts like the ballot. */
export function candidateKey(position: number): string {
  return String(position).padStart(3, "0");
}

/** One count for each contest. */
export function countContests({ contests, candidates, ties, totals }: CountGround): ContestCount[] {
  return contests.map((contest) => {
    const row = totals[contest.position] ?? [];
    const votes = contest.allowsBlank ? row.slice(1) : [...row];
    const blank = contest.allowsBlank ? (row[0] ?? 0) : null;
    const standing = candidates.filter((candidate) => candidate.contest === contest.position);
    const own = ties.filter((tie) => tie.contest === contest.position);
    const count = contest.kind === "question" ? undefined : seatsOf(contest, { standing, votes, blank, ties: own });
    return {
      position: contest.position,
      votes,
      blank,
      elected: (count?.elected ?? []).map(({ id, rank, termYears }) => ({ candidate: Number(id), rank, termYears })),
      lines: count?.lines ?? [],
      ties: count?.ties ?? [],
    };
  });
}

interface ContestGround {
  readonly standing: readonly CandidateDocument[];
  readonly votes: readonly number[];
  readonly blank: number | null;
  readonly ties: readonly TieDocument[];
}

function seatsOf(contest: ContestDocument, { standing, votes, blank, ties }: ContestGround): CountOutcome {
  const { rules, staying, seats } = contest;
  return countSeats({
    seats,
    termYears: rules?.termYears ?? 0,
    termYearsByRank: rules?.termYearsByRank,
    capPerCitizenship: rules?.capPerCitizenship ?? null,
    capPerEmployerGroup: rules?.capPerEmployerGroup ?? null,
    tieRule: rules?.tieRule ?? "lot",
    staying,
    ...(blank === null ? {} : { blankVotes: blank }),
    candidates: standing.map(({ position, name, citizenships, employerGroup, withdrawnAt }) => ({
      id: candidateKey(position),
      name,
      citizenships,
      employerGroup,
      votes: votes[position] ?? 0,
      isWithdrawn: withdrawnAt !== null,
    })),
    tieDecisions: ties.map(({ method, order }): TieDecision => ({
      method,
      order: order.map((position) => candidateKey(position)),
    })),
  });
}
