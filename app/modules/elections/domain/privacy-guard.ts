// Which classes of a break-down may be shown. A class of few organisations says who voted; so does the only class that is
// hidden, because the rest subtracted from the total gives it. Source: CM/Rec(2017)5 no. 26 (small classes); issue of small cells in statistics.
// By the hour nothing is broken down, whatever its size: the roll keeps the day of a vote and never the time.

/** So many organisations at least stand behind every number that a break-down shows. */
export const smallestClass = 5;

export interface TurnoutClass {
  /** The weight, the country, the day: whatever the break-down is by. */
  readonly key: string;
  readonly entitled: number;
  readonly voted: number;
}

export interface GuardedBreakdown {
  readonly classes: readonly TurnoutClass[];
  /** The hidden classes taken together; null when nothing is hidden. */
  readonly others: (Omit<TurnoutClass, "key"> & { readonly classes: number }) | null;
}

export type GuardOutcome =
  | { readonly isShown: true; readonly breakdown: GuardedBreakdown }
  /**
   * "too-small": not even the hidden classes together are large enough. "still-open": people are voting; two looks, one before and
   * one after a ballot, would say of what weight and from where that ballot is, however large the classes are.
   */
  | { readonly isShown: false; readonly reason: "too-small" | "still-open" };

/**
 * Hides every class in which a number would be about fewer than `k` organisations, or about all or none of them; then hides more,
 * the smallest first, until the hidden ones together are as safe as a shown one must be. Shows nothing where that is impossible.
 */
export function guardBreakdown(classes: readonly TurnoutClass[], k: number = smallestClass): GuardOutcome {
  const present = classes.filter(({ entitled }) => entitled > 0);
  const bySize = [...present].sort((left, right) => left.entitled - right.entitled);
  const hidden = bySize.filter((each) => !isSafe(each, k));
  const shown = bySize.filter((each) => isSafe(each, k));
  while (hidden.length > 0 && !isComplementSafe(hidden, k)) {
    const next = shown.shift();
    if (next === undefined) return { isShown: false, reason: "too-small" };
    hidden.push(next);
  }
  if (shown.length === 0) return { isShown: false, reason: "too-small" };
  const keys = new Set(shown.map(({ key }) => key));
  return {
    isShown: true,
    breakdown: {
      classes: present.filter(({ key }) => keys.has(key)),
      others: hidden.length === 0 ? null : { ...sumOf(hidden), classes: hidden.length },
    },
  };
}

/** Why all or none: "all eight organisations of this country voted" is about each of the eight. */
function isSafe({ entitled, voted }: Omit<TurnoutClass, "key">, k: number): boolean {
  return entitled >= k && voted > 0 && voted < entitled;
}

function isComplementSafe(hidden: readonly TurnoutClass[], k: number): boolean {
  return hidden.length > 1 && isSafe(sumOf(hidden), k);
}

function sumOf(classes: readonly TurnoutClass[]): { entitled: number; voted: number } {
  return {
    entitled: classes.reduce((sum, { entitled }) => sum + entitled, 0),
    voted: classes.reduce((sum, { voted }) => sum + voted, 0),
  };
}

export interface CountedDay {
  readonly day: string;
  readonly organizations: number;
}

/** Days with fewer than `k` organisations are added to the day after (the last ones to the day before), so that no number is small. */
export function guardDays(
  days: readonly CountedDay[],
  k: number = smallestClass,
): { from: string; until: string; organizations: number }[] {
  const groups: { from: string; until: string; organizations: number }[] = [];
  let open: { from: string; until: string; organizations: number } | undefined;
  for (const { day, organizations } of days) {
    open =
      open === undefined
        ? { from: day, until: day, organizations }
        : { from: open.from, until: day, organizations: open.organizations + organizations };
    if (open.organizations >= k) {
      groups.push(open);
      open = undefined;
    }
  }
  if (open === undefined) return groups;
  const last = groups.pop();
  // Why nothing when there is no other group: fewer than k voted in all so far.
  if (last === undefined) return [];
  return [...groups, { from: last.from, until: open.until, organizations: last.organizations + open.organizations }];
}
