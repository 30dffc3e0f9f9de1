// What a commissioner's browser sends when she has signed.
import { z } from "zod";

export const signConformityInput = z.object({
  electionId: z.string(),
  evidence: z.string().regex(/^[0-9a-f]{64}$/),
  answer: z.enum(["conform", "dissent"]),
  reasons: z.string().trim().max(4000).default(""),
  signature: z.string().max(4000),
});

export type SignConformityInput = z.infer<typeof signConformityInput>;
