// Who is said to be absent, about which evidence, and why.
import { z } from "zod";

export const recordAbsenceInput = z.object({
  trustee: z.coerce.number().int().min(1),
  evidence: z.string().regex(/^[0-9a-f]{64}$/),
  reasons: z.string().trim().min(10).max(4000),
});

export type RecordAbsenceInput = z.infer<typeof recordAbsenceInput>;
