// Could what is disputed change who is elected? A bound from the published totals alone: no single ballot is ever opened.
// Source: requirements of dispute resolution (AFRINIC 2025: one disputed proxy annulled a whole election).

export interface DisputedTotals {
  /** One number for each candidate; blank is none. */
  readonly votes: readonly number[];
  /** Which of them the count seats (indices); with caps these need not be those with most votes. */
  readonly elected: readonly number[];
  /** For how many years each of them serves, in the same order; absent where all serve alike. */
  readonly terms?: readonly number[];
}

export interface ChangeBound {
  /** Votes by which the disputed could move one candidate against another. */
  readonly swing: number;
  /** The least difference of votes that would have to be made up for somebody else to be elected; null when nobody is left. */
  readonly margin: number | null;
  readonly couldChange: boolean;
}

/**
 * A tie that could arise counts as a change, because a lot would decide. Where a cap passed somebody over, any two candidates
 * who could swap their places are taken for a change: the bound errs on the side of doubt, never the other way.
 */
export function couldChangeResult({ votes, elected, terms = [] }: DisputedTotals, swing: number): ChangeBound {
  const differences = hasCapActed(votes, elected)
    ? allDifferences(votes)
    : [...seatDifferences(votes, elected), ...termDifferences(votes, elected, terms)];
  const margin = differences.length === 0 ? null : Math.min(...differences);
  return { swing, margin, couldChange: swing > 0 && margin !== null && margin <= swing };
}

/** Those with most votes, as many as there are seats; a plain count without caps. */
export function electedByVotes(votes: readonly number[], seats: number): number[] {
  return votes
    .map((count, index) => ({ count, index }))
    .sort((left, right) => right.count - left.count || left.index - right.index)
    .slice(0, seats)
    .map(({ index }) => index);
}

function hasCapActed(votes: readonly number[], elected: readonly number[]): boolean {
  const lowest = Math.min(...elected.map((index) => votes[index] ?? 0));
  return votes.some((count, index) => !elected.includes(index) && count > lowest);
}

function seatDifferences(votes: readonly number[], elected: readonly number[]): number[] {
  return elected.flatMap((seated) =>
    votes.flatMap((count, index) => (elected.includes(index) ? [] : [(votes[seated] ?? 0) - count])),
  );
}

/** Between those who are seated for longer and those who are seated for less: they could exchange their terms. */
function termDifferences(votes: readonly number[], elected: readonly number[], terms: readonly number[]): number[] {
  return elected.flatMap((longer, rank) =>
    elected.flatMap((shorter, other) =>
      (terms[rank] ?? 0) > (terms[other] ?? 0) ? [Math.abs((votes[longer] ?? 0) - (votes[shorter] ?? 0))] : [],
    ),
  );
}

function allDifferences(votes: readonly number[]): number[] {
  const sorted = [...votes].sort((left, right) => right - left);
  return sorted.slice(1).map((count, index) => (sorted[index] ?? 0) - count);
}
