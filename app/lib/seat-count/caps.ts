// The caps: which citizenship or employer is full, and through whom.
import { employerKey } from "./employer-key.ts";
import type { Seatable, SeatCountInput } from "./types.ts";

/** A cap that bars somebody. */
export interface Bar {
  readonly kind: "citizenship" | "employer";
  readonly shared: string;
  readonly cap: number;
  readonly elected: readonly string[];
  readonly staying: readonly string[];
}

type Rules = Pick<SeatCountInput, "capPerCitizenship" | "capPerEmployerGroup" | "staying">;

/** What of a person a cap looks at: pairs of a cap and the value that it limits, in the order in which they are tried. */
export function limitedTraits(person: Seatable, rules: Rules): { kind: Bar["kind"]; shared: string; cap: number }[] {
  const { capPerCitizenship, capPerEmployerGroup } = rules;
  const citizenships = capPerCitizenship === null ? [] : [...new Set(person.citizenships.map(citizenshipKey))].sort();
  const employers =
    capPerEmployerGroup === null || employerKey(person.employerGroup) === "" ? [] : [person.employerGroup];
  return [
    ...citizenships.map((shared) => ({ kind: "citizenship" as const, shared, cap: capPerCitizenship ?? 0 })),
    ...employers.map((shared) => ({ kind: "employer" as const, shared, cap: capPerEmployerGroup ?? 0 })),
  ];
}

function has(person: Seatable, kind: Bar["kind"], shared: string): boolean {
  return kind === "citizenship"
    ? person.citizenships.map(citizenshipKey).includes(citizenshipKey(shared))
    : employerKey(person.employerGroup) === employerKey(shared);
}

function citizenshipKey(code: string): string {
  return code.trim().toUpperCase();
}

/** Those who hold a trait already, elected before or staying in office. */
export function holdersOf(kind: Bar["kind"], shared: string, elected: readonly Seatable[], rules: Rules) {
  const among = (people: readonly Seatable[]) => people.filter((one) => has(one, kind, shared)).map(({ name }) => name);
  return { elected: among(elected), staying: among(rules.staying) };
}

/** The first cap that bars a person, given who is elected so far; undefined if none does. */
export function findBar(person: Seatable, elected: readonly Seatable[], rules: Rules): Bar | undefined {
  for (const trait of limitedTraits(person, rules)) {
    const holders = holdersOf(trait.kind, trait.shared, elected, rules);
    if (holders.elected.length + holders.staying.length >= trait.cap) return { ...trait, ...holders };
  }
  return undefined;
}

/** Whether all of these could be seated together: no cap would be broken by the last of them. */
export function fitTogether(people: readonly Seatable[], elected: readonly Seatable[], rules: Rules): boolean {
  const together = [...elected, ...people];
  return people.every((person) =>
    limitedTraits(person, rules).every(({ kind, shared, cap }) => {
      const holders = holdersOf(kind, shared, together, rules);
      return holders.elected.length + holders.staying.length <= cap;
    }),
  );
}
