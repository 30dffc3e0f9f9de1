// Of which class an organisation is on a date.
// Source: bylaws ch. 3: whoever receives IP addresses is a member; the other classes are admitted, each from a date.

/** What somebody wrote down: this class, from this day, until that day (inclusive; null: open). Days are YYYY-MM-DD. */
export interface MembershipPeriod {
  readonly class: string;
  readonly from: string;
  readonly until: string | null;
}

/** A class with the day from which the organisation is of it; undefined: not a member. */
export interface ClassOnDate {
  readonly class: string;
  readonly since: string;
}

/**
 * A period that was written down decides. Where none was written for the date or any day before it,
 * a holder of IP addresses is of the holders' class since it first held any.
 */
export function classOn(
  date: string,
  periods: readonly MembershipPeriod[],
  holder: { readonly class: string; readonly since: string | null },
): ClassOnDate | undefined {
  const begun = periods
    .filter((period) => period.from <= date)
    .sort((left, right) => (left.from < right.from ? 1 : -1));
  const newest = begun[0];
  if (newest !== undefined) {
    const isOver = newest.until !== null && newest.until < date;
    return isOver ? undefined : { class: newest.class, since: newest.from };
  }
  if (holder.since === null || holder.since > date) return undefined;
  return { class: holder.class, since: holder.since };
}
