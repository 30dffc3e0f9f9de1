// What is entered once the public value of an announced draw exists.
import { z } from "zod";

export const recordDrawInput = z.object({
  contest: z.coerce.number().int().min(0),
  /** The tied candidates' positions, in whatever order: the value gives theirs. */
  candidates: z.array(z.number().int().min(0)).min(2),
  value: z.string().trim().min(4).max(300),
  account: z.string().trim().min(10).max(4000),
});

export type RecordDrawInput = z.infer<typeof recordDrawInput>;
