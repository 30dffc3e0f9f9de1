// What is announced of a draw: among whom, by which public value, how it is written, and when it will exist.
import { z } from "zod";
import { drawFormKinds, isDrawForm } from "#app/lib/seat-count/index.ts";

export const announceDrawInput = z.object({
  contest: z.coerce.number().int().min(0),
  /** The tied candidates' positions. */
  candidates: z.array(z.number().int().min(0)).min(2),
  source: z.string().trim().min(10).max(300),
  form: z.object({ kind: z.enum(drawFormKinds), length: z.coerce.number().int() }).refine(isDrawForm),
  availableAt: z.iso.datetime({ precision: 3 }),
});

export type AnnounceDrawInput = z.infer<typeof announceDrawInput>;
