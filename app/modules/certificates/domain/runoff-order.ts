// Whether another election decided a tie as it is entered: among the same people, by name, each with more votes than the next.
import type { CandidateDocument, CountDocument } from "#app/lib/audit-bundle/index.ts";

export interface RunoffResult {
  readonly candidates: readonly CandidateDocument[];
  readonly count: Pick<CountDocument, "contests">;
}

/** `names` in the order that is entered. Some contest of the election must have exactly these candidates. */
export function isOrderOfRunoff(names: readonly string[], { candidates, count }: RunoffResult): boolean {
  return count.contests.some(({ position: contest, votes }) => {
    const ranked = candidates
      .filter((one) => one.contest === contest)
      .map(({ name, position }) => ({ name, votes: votes[position] ?? 0 }))
      .sort((left, right) => right.votes - left.votes);
    const isSameOrder = ranked.length === names.length && ranked.every(({ name }, place) => name === names[place]);
    return isSameOrder && ranked.every(({ votes: own }, place) => own > (ranked[place + 1]?.votes ?? -1));
  });
}
