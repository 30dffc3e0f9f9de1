// What staff say of a new election; the same schema serves the form and the command line.
import { z } from "zod";
import { utcDay } from "#app/lib/instants/index.ts";
import { electionBodies } from "../domain/contests.ts";
import { findNamedAlike } from "../domain/named-alike.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "DAY_EXPECTED");

const trilingual = z.object({
  es: z.string().trim().min(1, "REQUIRED").max(300),
  en: z.string().trim().min(1, "REQUIRED").max(300),
  pt: z.string().trim().min(1, "REQUIRED").max(300),
});

const optionalTrilingual = z
  .object({
    es: z.string().trim().max(5000).default(""),
    en: z.string().trim().max(5000).default(""),
    pt: z.string().trim().max(5000).default(""),
  })
  .default({ es: "", en: "", pt: "" });

/** A candidate as staff, or the published candidacies, name one. */
export const candidateInput = z.object({
  name: z.string().trim().min(1, "REQUIRED").max(200),
  country: z.string().trim().max(2).default(""),
  citizenships: z.array(z.string().trim().length(2)).max(10).default([]),
  employerGroup: z.string().trim().max(200).default(""),
  biography: optionalTrilingual,
});

const candidatesContest = z.object({
  kind: z.literal("candidates"),
  bodyKey: z.enum(electionBodies),
  /** Without one the contest is called as the election is. */
  title: trilingual.optional(),
  description: optionalTrilingual,
  seats: z.number().int().min(1, "AT_LEAST_ONE").max(50).optional(),
  minChoices: z.number().int().min(0).default(1),
  maxChoices: z.number().int().min(1, "AT_LEAST_ONE").max(50),
  allowsBlank: z.boolean().default(true),
  candidates: z.array(candidateInput).max(100).default([]),
  /** The first day of the terms; without one, the day that the body's rules give. */
  termsBeginOn: day.optional(),
  /** Why more seats are filled than the body renews in a year; "" where they are not. Stands in the log. */
  extraordinaryReason: z.string().trim().max(1000).default(""),
});

/** Yes, no or an abstention. */
const questionContest = z.object({
  kind: z.literal("question"),
  title: trilingual,
  description: optionalTrilingual,
});

const contest = z.discriminatedUnion("kind", [candidatesContest, questionContest]);

export const createElectionInput = z
  .object({
    title: trilingual,
    description: optionalTrilingual,
    isTest: z.boolean().default(false),
    group: z.enum(["Ed25519", "BELENIOS-2048"]).default("Ed25519"),
    electorate: z.enum(["organizations", "individuals"]).default("organizations"),
    hasCall: z.boolean().default(false),
    contests: z.array(contest).min(1, "AT_LEAST_ONE").max(10, "TOO_MANY_CONTESTS"),
    trusteeAccountIds: z.array(z.string().min(1)).min(1, "AT_LEAST_ONE").max(15),
    trusteeThreshold: z.number().int().min(1, "AT_LEAST_ONE"),
    rollDate: day,
    opensAt: z.date(),
    closesAt: z.date(),
  })
  .superRefine((election, check) => {
    const problem = (field: string, message: string) =>
      check.addIssue({ code: "custom", path: field.split("."), message });
    if (election.closesAt <= election.opensAt) problem("closesAt", "CLOSES_BEFORE_IT_OPENS");
    for (const [field, code] of problemsOfTrustees(election)) problem(field, code);
    if (new Set(election.trusteeAccountIds).size < election.trusteeAccountIds.length)
      problem("trusteeAccountIds", "TRUSTEE_TWICE");
    for (const [position, each] of election.contests.entries()) {
      for (const [field, code] of problemsOfContest(each, election)) problem(`contests.${position}.${field}`, code);
    }
  });

/**
 * Nobody may hold the key of a real election alone: she could add up before the close. And where everybody is needed, one lost key
 * loses the result for ever. Source: the cryptologists' election of November 2025 (three of three, one key lost).
 */
function problemsOfTrustees(election: {
  readonly isTest: boolean;
  readonly trusteeAccountIds: readonly string[];
  readonly trusteeThreshold: number;
}): [field: string, code: string][] {
  const { isTest, trusteeAccountIds: trustees, trusteeThreshold: threshold } = election;
  if (threshold > trustees.length) return [["trusteeThreshold", "THRESHOLD_ABOVE_TRUSTEES"]];
  if (!isTest && trustees.length < 3) return [["trusteeAccountIds", "THREE_TRUSTEES_AT_LEAST"]];
  if (!isTest && threshold < 2) return [["trusteeThreshold", "THRESHOLD_OF_ONE"]];
  if (threshold > 1 && threshold === trustees.length) return [["trusteeThreshold", "THRESHOLD_NEEDS_EVERYBODY"]];
  return [];
}

function problemsOfContest(
  each: ContestInput,
  election: { readonly contests: readonly unknown[]; readonly hasCall: boolean; readonly closesAt: Date },
): [field: string, code: string][] {
  if (each.kind === "question") return [];
  const problems: [string, string][] = [];
  if (each.title === undefined && election.contests.length > 1) problems.push(["title", "CONTEST_TITLE_REQUIRED"]);
  if (each.termsBeginOn !== undefined && each.termsBeginOn < utcDay(election.closesAt))
    problems.push(["termsBeginOn", "TERMS_BEGIN_BEFORE_CLOSE"]);
  // Source: calls: up to as many marks as vacancies.
  if (each.seats !== undefined && each.maxChoices > each.seats)
    problems.push(["maxChoices", "MORE_CHOICES_THAN_SEATS"]);
  if (each.minChoices > each.maxChoices) problems.push(["minChoices", "MINIMUM_ABOVE_MAXIMUM"]);
  // Why: where there is a call, the candidates come later, and nobody knows how many.
  if (each.candidates.length === 0 && !election.hasCall) problems.push(["candidates", "AT_LEAST_ONE"]);
  if (each.candidates.length > 0 && each.maxChoices > each.candidates.length)
    problems.push(["maxChoices", "MORE_CHOICES_THAN_CANDIDATES"]);
  if (findNamedAlike(each.candidates) !== undefined) problems.push(["candidates", "CANDIDATE_TWICE"]);
  return problems;
}

export type ContestInput = z.infer<typeof contest>;
export type CreateElectionInput = z.infer<typeof createElectionInput>;
