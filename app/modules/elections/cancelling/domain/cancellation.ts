// What stands of an election that two people called off: why, in three languages, who decided it, and how far it had come.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { electionPhases } from "../../domain/phase.ts";

const words = z.string().trim().min(1).max(2_000);

/** The public reason. All three languages, because everybody who was called to vote is told. */
export const publicReason = z.strictObject({ es: words, en: words, pt: words });
export type PublicReason = z.infer<typeof publicReason>;

const cancellation = z.strictObject({
  reason: publicReason,
  /** How far the election had come. */
  phase: z.enum(electionPhases),
  /** In the box, where there was one: none of them is ever opened. */
  ballots: z.number().int().min(0),
  proposedByName: z.string(),
  approvedByName: z.string(),
});
export type Cancellation = z.infer<typeof cancellation>;

/** What is kept of it. */
export function keptCancellation(facts: Cancellation): Cancellation {
  return cancellation.parse(facts);
}

/** Null where the election was not called off. Throws where the database holds something else. */
export function readCancellation(value: unknown): Cancellation | null {
  return value === null ? null : cancellation.parse(value);
}

/** What every act of an election asks that asks nothing of its phase. */
export function requireNotCancelled(election: {
  readonly cancelledAt: Date | null;
}): Result<undefined, Refusal<"ELECTION_CANCELLED">> {
  return election.cancelledAt === null ? ok(undefined) : refuse("ELECTION_CANCELLED");
}
