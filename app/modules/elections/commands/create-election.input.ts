// What staff say of a new election; the same schema serves the form and the command line.
import { z } from "zod";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "DAY_EXPECTED");

const trilingual = z.object({
  es: z.string().trim().min(1, "REQUIRED").max(300),
  en: z.string().trim().min(1, "REQUIRED").max(300),
  pt: z.string().trim().min(1, "REQUIRED").max(300),
});

const optionalTrilingual = z.object({
  es: z.string().trim().max(5000).default(""),
  en: z.string().trim().max(5000).default(""),
  pt: z.string().trim().max(5000).default(""),
});

export const electionBodies = ["board", "fiscal-commission", "electoral-commission", "other"] as const;

export const createElectionInput = z
  .object({
    body: z.enum(electionBodies),
    title: trilingual,
    description: optionalTrilingual.default({ es: "", en: "", pt: "" }),
    isTest: z.boolean().default(false),
    group: z.enum(["Ed25519", "BELENIOS-2048"]).default("Ed25519"),
    minChoices: z.number().int().min(0).default(1),
    maxChoices: z.number().int().min(1, "AT_LEAST_ONE").max(50),
    allowsBlank: z.boolean().default(true),
    candidates: z
      .array(
        z.object({
          name: z.string().trim().min(1, "REQUIRED").max(200),
          country: z.string().trim().max(2).default(""),
          biography: optionalTrilingual.default({ es: "", en: "", pt: "" }),
        }),
      )
      .min(1, "AT_LEAST_ONE")
      .max(100),
    trusteeAccountIds: z.array(z.string().min(1)).min(1, "AT_LEAST_ONE").max(15),
    trusteeThreshold: z.number().int().min(1, "AT_LEAST_ONE"),
    rollDate: day,
    opensAt: z.date(),
    closesAt: z.date(),
  })
  .superRefine((election, check) => {
    const problem = (field: string, message: string) => check.addIssue({ code: "custom", path: [field], message });
    if (election.closesAt <= election.opensAt) problem("closesAt", "CLOSES_BEFORE_IT_OPENS");
    if (election.maxChoices > election.candidates.length) problem("maxChoices", "MORE_CHOICES_THAN_CANDIDATES");
    if (election.minChoices > election.maxChoices) problem("minChoices", "MINIMUM_ABOVE_MAXIMUM");
    if (election.trusteeThreshold > election.trusteeAccountIds.length)
      problem("trusteeThreshold", "THRESHOLD_ABOVE_TRUSTEES");
    if (new Set(election.trusteeAccountIds).size < election.trusteeAccountIds.length)
      problem("trusteeAccountIds", "TRUSTEE_TWICE");
    const names = election.candidates.map((candidate) => candidate.name.toLocaleLowerCase("es"));
    if (new Set(names).size < names.length) problem("candidates", "CANDIDATE_TWICE");
  });

export type CreateElectionInput = z.infer<typeof createElectionInput>;
