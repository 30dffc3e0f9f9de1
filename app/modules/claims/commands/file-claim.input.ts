// What a member may write in a claim. Messages are keys of this module's sentences.
import { z } from "zod";
import { claimGrounds, claimKinds } from "../domain/claim-kinds.ts";

export const fileClaimInput = z.object({
  electionId: z.string().min(1),
  kind: z.enum(claimKinds, "problems.kindMissing"),
  ground: z.enum(claimGrounds, "problems.groundMissing").optional(),
  organizationId: z.string({ error: "problems.organizationMissing" }).min(1, "problems.organizationMissing"),
  /** An organisation's handle, a candidate's or candidacy's id. */
  subjectId: z.string().trim().max(100, "problems.tooLong").optional(),
  /** Whom or what it is about, in words. */
  subjectLabel: z.string().trim().max(200, "problems.tooLong").default(""),
  text: z
    .string({ error: "problems.textMissing" })
    .trim()
    .min(20, "problems.textTooShort")
    .max(5_000, "problems.textTooLong"),
  /** The language in which it is written and will be answered; the account's where it is not said. */
  language: z.enum(["es", "en", "pt"]).optional(),
});
/** The same of a voter without an account: her entry on the roll says for whom she claims. */
export const linkClaimInput = fileClaimInput.omit({ organizationId: true });
export type LinkClaimInput = z.input<typeof linkClaimInput>;
export type FileClaimInput = z.input<typeof fileClaimInput>;
