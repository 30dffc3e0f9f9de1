// The rules that gave a roll its votes: which version, since when, out of which source. One version for the whole roll.
import type { VotesExplanation } from "#app/modules/membership/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { onRoll } from "./roll-tree.server.ts";

export type RollRules = VotesExplanation["rules"];

/** Null where the roll keeps none: a simulation, or people with one vote each. */
export async function findRollRules(context: ReadingContext, electionId: string): Promise<RollRules | null> {
  const entry = await context.database.rollEntry.findFirst({
    where: { electionId, ...onRoll, ruleVersion: { not: "" } },
    select: { explanation: true },
  });
  return (entry?.explanation as Partial<VotesExplanation> | undefined)?.rules ?? null;
}
