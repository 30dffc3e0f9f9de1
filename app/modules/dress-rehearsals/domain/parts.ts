// What each person of a dress rehearsal is asked to vote, so that the result is known beforehand and every answer is used.

/** A contest as far as it matters here. */
export interface RehearsedContest {
  readonly answers: number;
  readonly minChoices: number;
  readonly maxChoices: number;
  readonly allowsBlank: boolean;
}

/** Contest by contest the positions to choose; none is a blank vote. */
export type Part = readonly (readonly number[])[];

/** The part of the n-th person: answers in turn, now and then blank, from the fewest choices to the most. */
export function partOf(person: number, contests: readonly RehearsedContest[]): Part {
  return contests.map(({ answers, minChoices, maxChoices, allowsBlank }) => {
    const turns = answers + (allowsBlank ? 1 : 0);
    const turn = person % turns;
    if (turn === answers) return [];
    const fewest = Math.max(1, minChoices);
    const most = Math.min(maxChoices, answers);
    const count = fewest + (person % Math.max(1, most - fewest + 1));
    return Array.from({ length: count }, (_, step) => (turn + step) % answers).sort((left, right) => left - right);
  });
}

/** What the archive must say if everybody votes her part: one list per contest, the blank first where there is one. */
export function expectedResult(parts: readonly Part[], contests: readonly RehearsedContest[]): number[][] {
  return contests.map(({ answers, allowsBlank }, contest) => {
    const counts = Array.from({ length: answers + (allowsBlank ? 1 : 0) }, () => 0);
    for (const part of parts) {
      const chosen = part[contest] ?? [];
      const places = chosen.length === 0 && allowsBlank ? [0] : chosen.map((answer) => answer + (allowsBlank ? 1 : 0));
      for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
    }
    return counts;
  });
}
