// Which citizenships and employers may not be elected, because those who stay in office already fill the cap. With each reason.
// Source: Board: at most two of one citizenship; Electoral Commission: at most one; calls list the ineligible nationalities.
import { employerKey } from "#app/lib/seat-count/index.ts";
import type { OfficeHolder } from "./office-holder.ts";
import type { BodyRules } from "./rules.ts";

/** One citizenship or employer among those who stay. */
export interface CapLine {
  /** The ISO 3166 code, or the employer's name. */
  readonly of: string;
  /** Who of those who stay has it. */
  readonly holders: readonly string[];
  readonly cap: number;
  /** How many more may be elected. */
  readonly remaining: number;
}

export interface BarredCitizenship extends CapLine {
  readonly citizenship: string;
}

export interface BarredEmployerGroup extends CapLine {
  readonly employerGroup: string;
}

type Caps = Pick<BodyRules, "capPerCitizenship" | "capPerEmployerGroup">;

/** The citizenships of which nobody may be elected, with who fills them; none when the rules have no cap. */
export function barredCitizenships(
  rules: Pick<Caps, "capPerCitizenship">,
  staying: readonly OfficeHolder[],
): BarredCitizenship[] {
  return citizenshipLines(rules, staying)
    .filter((line) => line.remaining === 0)
    .map((line) => ({ ...line, citizenship: line.of }));
}

/** The employers or groups of which nobody may be elected. */
export function barredEmployerGroups(
  rules: Pick<Caps, "capPerEmployerGroup">,
  staying: readonly OfficeHolder[],
): BarredEmployerGroup[] {
  return employerLines(rules, staying)
    .filter((line) => line.remaining === 0)
    .map((line) => ({ ...line, employerGroup: line.of }));
}

/** Every citizenship among those who stay, barred or not: the reasons line by line. */
export function citizenshipLines(rules: Pick<Caps, "capPerCitizenship">, staying: readonly OfficeHolder[]): CapLine[] {
  return linesOf(
    rules.capPerCitizenship,
    staying,
    ({ citizenships }) => citizenships,
    (code) => code.toLowerCase(),
  );
}

/** Every employer or group among those who stay, barred or not. */
export function employerLines(rules: Pick<Caps, "capPerEmployerGroup">, staying: readonly OfficeHolder[]): CapLine[] {
  return linesOf(rules.capPerEmployerGroup, staying, ({ employerGroup }) => [employerGroup.trim()], employerKey);
}

function linesOf(
  cap: number | null,
  staying: readonly OfficeHolder[],
  traitsOf: (holder: OfficeHolder) => readonly string[],
  keyOf: (trait: string) => string,
): CapLine[] {
  if (cap === null) return [];
  const found = new Map<string, { readonly of: string; readonly holders: string[] }>();
  for (const holder of staying) {
    for (const trait of new Set(traitsOf(holder))) {
      const key = keyOf(trait);
      if (key === "") continue;
      const line = found.get(key) ?? { of: trait, holders: [] };
      line.holders.push(holder.name);
      found.set(key, line);
    }
  }
  return [...found.values()]
    .map(({ of, holders }) => ({ of, holders, cap, remaining: Math.max(0, cap - holders.length) }))
    .sort((left, right) => left.remaining - right.remaining || (left.of < right.of ? -1 : 1));
}
