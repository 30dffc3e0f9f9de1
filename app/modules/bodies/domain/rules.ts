// The rules of a body as one dated document: seats, terms, renewal, caps, nominations, ties.
// Source: bylaws ch. V to VII; Regulations on Candidate Competencies; DIR-REG-002.01 (nobody on two bodies at once).
import { z } from "zod";

function wholeNumber(least: number, most: number, message: string) {
  return z.int(message).min(least, message).max(most, message);
}

const cap = wholeNumber(1, 100, "problems.capMalformed").nullable();
const years = wholeNumber(1, 20, "problems.yearsMalformed");

export const bodyRulesDocument = z
  .object({
    seats: wholeNumber(1, 100, "problems.seatsMalformed"),
    termYears: years,
    /** The years of the first, second, … elected when they differ; whoever comes after them gets `termYears`. */
    termYearsByRank: z.array(years).max(100).optional(),
    /** "new-year": terms are calendar years; "after-election": they begin on the day after the voting closes. */
    termsBegin: z.enum(["new-year", "after-election"]),
    /** How many seats are elected in a year, at most. */
    renewalsPerYear: wholeNumber(1, 100, "problems.renewalsMalformed"),
    /** How many people of one citizenship may hold office at once; null: no limit. */
    capPerCitizenship: cap,
    /** How many people of one employer or group of companies may hold office at once; null: no limit. */
    capPerEmployerGroup: cap,
    nominators: z.enum(["membership-contacts", "anyone"]),
    nominationsPerOrganization: z.union([
      z.literal("one-per-seat"),
      wholeNumber(1, 100, "problems.nominationsMalformed"),
    ]),
    endorsementsNeeded: wholeNumber(0, 100, "problems.endorsementsMalformed"),
    /** Keys of the bodies whose members may not be members of this one at the same time. */
    incompatibleBodies: z.array(z.string()).max(20),
    tieRule: z.enum(["lot", "runoff"]),
  })
  .check(({ value, issues }) => {
    const { seats, renewalsPerYear, termYearsByRank } = value;
    if (renewalsPerYear > seats)
      issues.push({
        code: "custom",
        message: "problems.renewalsAboveSeats",
        input: renewalsPerYear,
        path: ["renewalsPerYear"],
      });
    if (termYearsByRank !== undefined && termYearsByRank.length > seats)
      issues.push({
        code: "custom",
        message: "problems.ranksAboveSeats",
        input: termYearsByRank,
        path: ["termYearsByRank"],
      });
  });

/** What holds for a body from a day on. Elections freeze a copy of it when they are created. */
export type BodyRules = Readonly<z.infer<typeof bodyRulesDocument>>;

/** One version of a body's rules, with the day from which it holds. */
export interface BodyRulesVersion {
  readonly id: string;
  readonly bodyKey: string;
  readonly effectiveFrom: string;
  /** Nobody has published this rule: it is our best reading. */
  readonly isAssumed: boolean;
  readonly source: string;
  readonly document: BodyRules;
}

/** What one version says differently from another, field by field; of the first version everything. */
export function rulesDifferences(
  before: BodyRules | undefined,
  after: BodyRules,
): { readonly field: keyof BodyRules; readonly before: string | null; readonly after: string | null }[] {
  return bodyRulesFields
    .map((field) => ({
      field,
      before: before === undefined ? null : fieldText(before, field),
      after: fieldText(after, field),
    }))
    .filter((difference) => before === undefined || difference.before !== difference.after);
}

/** The fields in the order in which people read them. */
export const bodyRulesFields = Object.keys(bodyRulesDocument.shape) as (keyof BodyRules)[];

function fieldText(rules: BodyRules, field: keyof BodyRules): string | null {
  const value = rules[field];
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return null;
  return Array.isArray(value) ? value.join(", ") : String(value);
}
