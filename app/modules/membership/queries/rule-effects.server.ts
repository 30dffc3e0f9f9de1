// What new rules would change, asked before they are saved.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { RuleEffect } from "../domain/rule-effects.ts";
import { effectsOf } from "../domain/rule-effects.ts";
import type { RulesDocument } from "../domain/rules.ts";
import { rulesOn } from "./rules.server.ts";
import { votingRightsOn } from "./voting-rights.server.ts";

/** Compares the rules of the day with the document on that day, for every organisation, and sums the votes. */
export async function previewRules(
  context: ReadingContext,
  document: RulesDocument,
  date: string,
): Promise<{
  readonly effects: readonly RuleEffect[];
  readonly votesBefore: number;
  readonly votesAfter: number;
  readonly documentBefore: RulesDocument;
}> {
  const rules = await rulesOn(context, date);
  const before = await votingRightsOn(context, date, { rules });
  const after = await votingRightsOn(context, date, { rules: { ...rules, document } });
  const votesOf = (rights: typeof before) =>
    rights.reduce((sum, right) => sum + (right.isEntitled ? right.votes : 0), 0);
  return {
    effects: effectsOf(before, after),
    votesBefore: votesOf(before),
    votesAfter: votesOf(after),
    documentBefore: rules.document,
  };
}
