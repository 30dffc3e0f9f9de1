// Who changes when the rules do: every organisation whose category, votes or right to vote would be another.
import type { VotingRight } from "./right-to-vote.ts";

export interface RuleEffect {
  readonly organizationId: string;
  readonly handle: string;
  readonly name: string;
  readonly country: string;
  readonly before: Effective;
  readonly after: Effective;
}

export interface Effective {
  readonly class: string;
  readonly category: string;
  readonly votes: number;
  readonly isEntitled: boolean;
}

/** A change with how many organisations it concerns. */
export interface EffectCount {
  readonly before: Effective;
  readonly after: Effective;
  readonly organizations: number;
}

/** The organisations that change, by handle. Both lists are of the same organisations and the same day. */
export function effectsOf(before: readonly VotingRight[], after: readonly VotingRight[]): RuleEffect[] {
  const later = new Map(after.map((right) => [right.organizationId, right]));
  return before.flatMap((right) => {
    const next = later.get(right.organizationId);
    if (next === undefined || isSame(right, next)) return [];
    const { organizationId, handle, name, country } = right;
    return [{ organizationId, handle, name, country, before: effective(right), after: effective(next) }];
  });
}

/** The same changes together, the most frequent first. */
export function countEffects(effects: readonly RuleEffect[]): EffectCount[] {
  const counts = new Map<string, EffectCount>();
  for (const { before, after } of effects) {
    const key = JSON.stringify([before, after]);
    counts.set(key, { before, after, organizations: (counts.get(key)?.organizations ?? 0) + 1 });
  }
  return [...counts.values()].sort((left, right) => right.organizations - left.organizations);
}

function effective(right: VotingRight): Effective {
  return { class: right.class, category: right.category, votes: right.votes, isEntitled: right.isEntitled };
}

function isSame(left: VotingRight, right: VotingRight): boolean {
  return JSON.stringify(effective(left)) === JSON.stringify(effective(right));
}
