// What a nomination says of the person who is proposed; the same facts are confirmed by the candidate at acceptance.
import { z } from "zod";
import { asKept, fileLimits, lengthOf } from "../domain/file-limits.ts";

const countryCode = z.string().regex(/^[A-Z]{2}$/, "problems.countryExpected");

/** Text of at most so many characters, counted as its reader counts them. */
export function textUpTo(most: number) {
  return z
    .string()
    .transform(asKept)
    .refine((text) => lengthOf(text) <= most, "problems.tooLong");
}

export const personFacts = {
  country: countryCode,
  /** All of them: each counts against the cap. */
  citizenships: z
    .array(countryCode)
    .min(1, "problems.citizenshipMissing")
    .max(5)
    .transform((codes) => [...new Set(codes)]),
  employer: z.string().trim().min(1, "problems.employerMissing").max(200, "problems.tooLong"),
  /** The group behind the employer; the employer itself where there is none. */
  employerGroup: z.string().trim().max(200, "problems.tooLong").default(""),
};

const personName = z.string().trim().min(2, "problems.nameMissing").max(200, "problems.tooLong");

export const nominationInput = z.object({
  contestId: z.string().min(1),
  /** Absent where the body lets anybody nominate. */
  organizationId: z.string().min(1).nullable(),
  isSelf: z.boolean(),
  name: personName,
  email: z.email("problems.emailMalformed").max(200, "problems.tooLong"),
  language: z.enum(["es", "en", "pt"]),
  ...personFacts,
  statement: textUpTo(fileLimits.statement),
});
export type NominationInput = z.output<typeof nominationInput>;

export const acceptanceInput = z.object({ name: personName, ...personFacts });
export type AcceptanceInput = z.output<typeof acceptanceInput>;
