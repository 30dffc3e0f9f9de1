// What is entered about a tie that was decided in public.
import { z } from "zod";

export const recordTieInput = z.object({
  contest: z.coerce.number().int().min(0),
  method: z.enum(["lot", "runoff"]),
  /** Candidates' positions in the order that came out. */
  order: z.array(z.number().int().min(0)).min(2),
  decidedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "problems.dayMalformed"),
  account: z.string().trim().min(10, "problems.accountMissing").max(4000, "problems.tooLong"),
});

export type RecordTieInput = z.infer<typeof recordTieInput>;
