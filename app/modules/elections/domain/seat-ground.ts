// What decides the seats of an election beside the votes, out of its contests: for its hash in the log, and in words for those who seal.
import { readInstant } from "#app/lib/instants/index.ts";
import type { FrozenRules, SeatGround } from "#app/lib/audit-bundle/index.ts";
import { readStayingMembers } from "#app/modules/bodies/index.ts";
import type { ContestKind } from "./contests.ts";

interface SeatedCandidate {
  readonly position: number;
  readonly name: string;
  readonly citizenships: unknown;
  readonly employerGroup: string;
  readonly withdrawnAt: Date | string | null;
}

export interface SeatedContest {
  readonly position: number;
  readonly kind: string;
  readonly bodyKey: string | null;
  readonly seats: number;
  readonly rules: unknown;
  readonly staying: unknown;
  readonly termsBeginOn: string | null;
  readonly candidates: readonly SeatedCandidate[];
}

/** The contests in the order of the ballot, each with its candidates in theirs. */
export function seatGroundOf(contests: readonly SeatedContest[]): SeatGround {
  return {
    contests: contests.map(({ position, kind, bodyKey, seats, rules, staying, termsBeginOn }) => ({
      ...{ position, kind: kind as ContestKind, bodyKey, seats, termsBeginOn },
      rules: (rules ?? null) as FrozenRules | null,
      staying: readStayingMembers(staying),
    })),
    candidates: contests.flatMap(({ position: contest, candidates }) =>
      candidates.map(({ position, name, citizenships, employerGroup, withdrawnAt }) => ({
        ...{ contest, position, name, employerGroup },
        citizenships: citizenships as readonly string[],
        withdrawnAt: withdrawnAt instanceof Date ? withdrawnAt.toISOString() : withdrawnAt,
      })),
    ),
  };
}

/** The parameters of the sentence `seatWords`: the same words for the page and for the proposal. `day` says a date in the reader's language. */
export function seatWordsOf({ seats, rules, staying, termsBeginOn }: SeatedContest, day: (instant: Date) => string) {
  const people = readStayingMembers(staying);
  const begins = termsBeginOn === null ? undefined : readInstant(termsBeginOn);
  return {
    seats,
    begin: begins === undefined ? "none" : day(begins),
    staying: people.length === 0 ? "none" : people.map(traitsOf).join("; "),
    ...ruleWordsOf((rules ?? null) as FrozenRules | null),
  };
}

function ruleWordsOf(rules: FrozenRules | null) {
  if (rules === null) return { rules: "none", years: 0, byRank: "none", perCitizenship: 0, perEmployer: 0, tie: "lot" };
  return {
    rules: "some",
    years: rules.termYears,
    byRank: rules.termYearsByRank?.join(", ") ?? "none",
    perCitizenship: rules.capPerCitizenship ?? 0,
    perEmployer: rules.capPerEmployerGroup ?? 0,
    tie: rules.tieRule,
  };
}

/** A person as the caps see her: "Ana Paz (AR, IT; Red Sur)". */
export function traitsOf(person: {
  readonly name: string;
  readonly citizenships: unknown;
  readonly employerGroup: string;
}): string {
  const { name, employerGroup } = person;
  const citizenships = (person.citizenships as readonly string[]).join(", ");
  const traits = [citizenships, employerGroup].filter((trait) => trait !== "");
  return traits.length === 0 ? name : `${name} (${traits.join("; ")})`;
}
