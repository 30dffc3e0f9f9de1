// What two people decided about an election before its box was sealed, as the database keeps it: read through one schema by everybody. What else stands
// there is kept to the letter, because the evidence of the election has all of it.
import { z } from "zod";
import { trilingualText } from "../../domain/trilingual-text.ts";

const names = z.array(z.string());

const decision = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("contest-dropped"),
    /** Without an id where it was decided before people were told of it by themselves. */
    subject: z.looseObject({ contest: trilingualText, contestId: z.string().optional() }),
  }),
  z.object({
    kind: z.literal("trustee-replaced"),
    subject: z.looseObject({
      ...{ seat: z.number().int(), left: z.string(), came: z.string() },
      /** The hashes of the certificates of before, and every key in them: none of either comes back. */
      ...{ voidCertificates: names, voidKeys: names.optional() },
    }),
  }),
  z.object({
    kind: z.literal("staying-refreshed"),
    subject: z.looseObject({ contests: z.array(z.looseObject({ title: trilingualText, left: names, came: names })) }),
  }),
  z.object({
    kind: z.literal("rehearsed"),
    subject: z.looseObject({
      rehearsalId: z.string(),
      reportHash: z.string(),
      signers: z.string(),
      ground: z.string(),
    }),
  }),
  z.object({
    kind: z.literal("rehearsal-waived"),
    /** On which ground; none where it was decided before that was kept: such a one holds for no seal any more. */
    subject: z.looseObject({ ground: z.string().optional() }),
  }),
  /** The one that comes after the seal: where a voter's mails go. */
  z.object({ kind: z.literal("address-mended"), subject: z.looseObject({ organization: z.string() }) }),
]);

export type PreparationDecision = z.infer<typeof decision>;
export type DecisionKind = PreparationDecision["kind"];

/** Throws where the row is none of ours. */
export function readPreparationDecision(row: {
  readonly kind: string;
  readonly subject: unknown;
}): PreparationDecision {
  return decision.parse({ kind: row.kind, subject: row.subject });
}
