// Whether new terms fit beside those that are known: one person on one body at a time, no more people than seats.
import type { OfficeTerm } from "./office-holder.ts";
import { isInOffice, isSamePerson, lastDayOf } from "./office-holder.ts";

export interface TermRefusal {
  readonly code: "HOLDER_ON_ANOTHER_BODY" | "HOLDER_ALREADY_IN_OFFICE" | "MORE_HOLDERS_THAN_SEATS";
  readonly details: Readonly<Record<string, string | number>>;
}

export interface TermsToCheck {
  readonly known: readonly OfficeTerm[];
  readonly added: readonly OfficeTerm[];
  /** The seats of the body on the first day of each added term. */
  readonly seatsOn: ReadonlyMap<string, number>;
  /** The bodies on which the added people may not be at the same time. */
  readonly incompatible: readonly string[];
}

/** The first reason against; undefined when there is none. */
export function checkTerms({ known, added, seatsOn, incompatible }: TermsToCheck): TermRefusal | undefined {
  const all = [...known];
  for (const term of added) {
    const same = all.filter((other) => isSamePerson(other, term) && doOverlap(other, term));
    const [here] = same.filter(({ bodyKey }) => bodyKey === term.bodyKey);
    if (here !== undefined) return { code: "HOLDER_ALREADY_IN_OFFICE", details: facts(term, here) };
    const [elsewhere] = same.filter(({ bodyKey }) => incompatible.includes(bodyKey));
    if (elsewhere !== undefined)
      return {
        code: "HOLDER_ON_ANOTHER_BODY",
        details: { ...facts(term, elsewhere), body: elsewhere.bodyKey.replaceAll("-", "_") },
      };
    all.push(term);
  }
  for (const [day, seats] of seatsOn) {
    const inOffice = all.filter((term) => term.bodyKey === added[0]?.bodyKey && isInOffice(term, day));
    if (inOffice.length > seats)
      return { code: "MORE_HOLDERS_THAN_SEATS", details: { day, seats, holders: inOffice.length } };
  }
  return undefined;
}

function doOverlap(left: OfficeTerm, right: OfficeTerm): boolean {
  return left.from <= lastDayOf(right) && right.from <= lastDayOf(left);
}

function facts(term: OfficeTerm, other: OfficeTerm): Record<string, string> {
  return { name: term.name, from: other.from, until: lastDayOf(other) };
}
