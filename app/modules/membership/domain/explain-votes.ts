// Puts everything behind a number of votes into one value that a roll can keep and a page can say in words.
import type { CategoryName, RulesVersion, VotesExplanation } from "./right-to-vote.ts";
import type { SpaceHeld } from "./address-space.ts";
import type { VotingDecision } from "./voting-right.ts";
import { standingReasons } from "./voting-right.ts";

export function explainVotes(
  date: string,
  held: SpaceHeld,
  decision: VotingDecision,
  { document, ...rules }: RulesVersion,
): VotesExplanation {
  const memberClass = document.classes.find((each) => each.key === decision.class);
  const categoryOf = (key: string | null): CategoryName | null => {
    const category = document.categories.find((each) => each.key === key);
    return category === undefined ? null : { key: category.key, names: category.names, votes: category.votes };
  };
  return {
    date,
    rules: { id: rules.id, effectiveFrom: rules.effectiveFrom, isAssumed: rules.isAssumed, source: rules.source },
    class:
      memberClass === undefined
        ? null
        : { key: memberClass.key, names: memberClass.names, fixedVotes: memberClass.votes },
    memberSince: decision.memberSince,
    ipv4Addresses: held.ipv4.toString(),
    ipv6Networks: held.ipv6.toString(),
    asns: held.asns,
    ipv4Category: categoryOf(decision.ipv4Category),
    ipv6Category: categoryOf(decision.ipv6Category),
    category: categoryOf(decision.category),
    votes: decision.votes,
    standing: { isGood: decision.reasonsNot.length === 0, reasonsNot: decision.reasonsNot, examined: standingReasons },
  };
}
