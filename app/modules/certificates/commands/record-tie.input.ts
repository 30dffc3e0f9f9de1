// What is entered about a tie that was decided elsewhere: by hand before witnesses, or by another election.
import { z } from "zod";

const decided = {
  contest: z.coerce.number().int().min(0),
  /** Candidates' positions in the order that came out. */
  order: z.array(z.number().int().min(0)).min(2),
  decidedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "problems.dayMalformed"),
  account: z.string().trim().min(10, "problems.accountMissing").max(4000, "problems.tooLong"),
};

export const recordTieInput = z.discriminatedUnion("method", [
  z.object({ ...decided, method: z.literal("lot") }),
  z.object({
    ...decided,
    method: z.literal("runoff"),
    /** The election that decided it: its identifier, or its address, which has it. */
    runoffElectionId: z
      .string()
      .trim()
      .transform((text) => /elections\/([^/?#\s]+)/.exec(text)?.[1] ?? text)
      .pipe(z.string().min(1)),
  }),
]);

export type RecordTieInput = z.infer<typeof recordTieInput>;
