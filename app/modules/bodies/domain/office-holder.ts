// Who holds office in a body, from which day until which, and who that is on a day.
import { dayPlus } from "./day.ts";

/** A person in office. `from` and `until` are first and last days (UTC). */
export interface OfficeHolder {
  readonly name: string;
  readonly bodyKey: string;
  /** Every citizenship at the time of the election, as ISO 3166 codes: one gained later does not count. */
  readonly citizenships: readonly string[];
  /** The employer or group of companies; "" when there is none. */
  readonly employerGroup: string;
  readonly from: string;
  readonly until: string;
}

/** A term as it is kept: with where it comes from, and how it ended when it ended early. */
export interface OfficeTerm extends OfficeHolder {
  readonly id: string;
  /** The place among the elected that gave the term, when it is known. */
  readonly rank: number | null;
  /** The last day in office when it came before the term's. */
  readonly endedOn: string | null;
  readonly endReason: string;
  readonly source: string;
  readonly electionId: string | null;
  /** Whose it is, where the product knows; a term that was written down from paper has a name alone. */
  readonly accountId: string | null;
}

/** A term as everybody reads it. */
export type PublicTerm = Omit<OfficeTerm, "accountId">;

/** Two accounts that are known decide it, whatever the names; else the name does. */
export function isSamePerson(
  one: { readonly name: string; readonly accountId: string | null },
  other: { readonly name: string; readonly accountId: string | null },
): boolean {
  if (one.accountId !== null && other.accountId !== null) return one.accountId === other.accountId;
  return personKey(one.name) === personKey(other.name);
}

/** The last day in office: the term's, or an earlier one. */
export function lastDayOf(term: Pick<OfficeTerm, "until" | "endedOn">): string {
  return term.endedOn === null || term.endedOn > term.until ? term.until : term.endedOn;
}

/** Whether the person is in office on the day. */
export function isInOffice(term: Pick<OfficeTerm, "from" | "until" | "endedOn">, on: string): boolean {
  return term.from <= on && on <= lastDayOf(term);
}

/** "on-its-day": the election says its own first day. */
export type TermsBegin = "new-year" | "after-election" | "on-its-day";

/** In this many days after the elected begin end the terms that an election renews: no calendar votes on the same day each year. */
const renewedWithinDays = 90;

/**
 * Whether the elected who begin on this day follow the person: a term that has ended by then, or that ends soon after where terms begin with
 * the election. Where terms are calendar years, or an election says its own first day, the day is exact.
 */
export function isFollowed(
  term: Pick<OfficeTerm, "until" | "endedOn">,
  begin: string,
  termsBegin: TermsBegin,
): boolean {
  const renewedUntil = termsBegin === "after-election" ? dayPlus(begin, renewedWithinDays) : dayPlus(begin, -1);
  return lastDayOf(term) <= renewedUntil;
}

/** How many seats nobody holds on the day. */
export function vacanciesOn(seats: number, terms: readonly PublicTerm[], on: string): number {
  return Math.max(0, seats - terms.filter((term) => isInOffice(term, on)).length);
}

/** Two spellings of one person's name are the same person: "José  Paz" and "jose paz". */
export function personKey(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/** The day on which the terms of an election begin. */
export function termsBeginOn(rules: { readonly termsBegin: "new-year" | "after-election" }, closesAt: Date): string {
  if (rules.termsBegin === "new-year") return `${closesAt.getUTCFullYear() + 1}-01-01`;
  return new Date(closesAt.getTime() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
