// The result as people read it: each candidate with votes and share, blank apart, turnout in organisations and in votes.
// Source: the result pages that registries publish (candidates, votes, percentages, abstention row, voted and entitled).

export interface TallyLine {
  /** Index of the answer in the archive's question (a candidate; yes, no, abstain), or "blank". */
  readonly option: number | "blank";
  readonly votes: number;
  /** Of all votes marked, blank included, in hundredths of a per cent (exact integers, never floats). */
  readonly shareInHundredths: number;
}

/** One contest, counted. */
export interface Tally {
  readonly lines: readonly TallyLine[];
  /** Votes marked in all, blank included. */
  readonly totalMarks: number;
}

/** The counts of one question of the archive, as people read them. */
export function tallyOf(counts: readonly number[], allowsBlank: boolean): Tally {
  return { lines: tallyLines(counts, allowsBlank), totalMarks: counts.reduce((sum, count) => sum + count, 0) };
}

/** Orders by votes (ties in ballot order); the blank line stands last. */
export function tallyLines(counts: readonly number[], allowsBlank: boolean): TallyLine[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const share = (votes: number) => (total === 0 ? 0 : Math.round((votes * 10_000) / total));
  const candidates = allowsBlank ? counts.slice(1) : counts;
  const lines: TallyLine[] = candidates
    .map((votes, option) => ({ option, votes, shareInHundredths: share(votes) }))
    .sort((left, right) => right.votes - left.votes || left.option - right.option);
  if (allowsBlank) lines.push({ option: "blank", votes: counts[0] ?? 0, shareInHundredths: share(counts[0] ?? 0) });
  return lines;
}

/** part of whole in hundredths of a per cent; 0 of nothing is 0. */
export function shareInHundredths(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part * 10_000) / whole);
}
