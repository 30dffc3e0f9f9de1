// The pauses between the ballots of one person: side by side in the public box, the weights would tell whose organisations they are.
// Source: ballot protocol §14: the weight of each ballot is public. What remains is said in decision 0018.
import type { RandomNumber } from "./shuffle.ts";
import { uniformBelow } from "./shuffle.ts";

/** Over when it has lasted `leastMs` and so many ballots of others have come, or at the latest after `longestMs`. */
export interface CastPause {
  readonly leastMs: number;
  readonly longestMs: number;
  readonly others: number;
}

const secondMs = 1000;
const minuteMs = 60 * secondMs;

/** A pause takes no longer; the page says so. */
export const longestPauseMinutes = 3;

/** All pauses of one cast together, so that neither the proof of who votes runs out nor anybody waits for ever. */
const longestTogetherMs = 20 * minuteMs;

/** So near the close nothing is put off. Source: CM/Rec(2017)5 no. 12. */
const nearCloseMs = 30 * minuteMs;

export function drawPause(random: RandomNumber): CastPause {
  const span = (least: number, most: number) => least + uniformBelow(most - least + 1, random);
  return {
    leastMs: span(10 * secondMs, 40 * secondMs),
    longestMs: span((longestPauseMinutes - 1) * minuteMs, longestPauseMinutes * minuteMs),
    others: span(1, 3),
  };
}

/** `others`: how many ballots came since one's own; undefined while nobody answers. */
export function isPauseOver(pause: CastPause, waitedMs: number, others: number | undefined): boolean {
  if (waitedMs >= pause.longestMs) return true;
  return waitedMs >= pause.leastMs && others !== undefined && others >= pause.others;
}

/** Whether there is time for a pause: `left` until the close, `waitedMs` in the pauses before. */
export function hasTimeToPause({ left, waitedMs }: { readonly left: number; readonly waitedMs: number }): boolean {
  return left > nearCloseMs && waitedMs + longestPauseMinutes * minuteMs <= longestTogetherMs;
}
