// What freezing the roll would do, in numbers: who comes in with how many votes by category, and who stays out and why.
import type { StandingReason, VotingRight } from "#app/modules/membership/index.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";

export interface RollPreviewGroup {
  /** Key of the category; of the class where the class alone gives the votes. */
  readonly key: string;
  readonly names: Trilingual;
  readonly organizations: number;
  readonly votes: number;
}

export interface RollPreview {
  readonly organizations: number;
  readonly votes: number;
  readonly groups: readonly RollPreviewGroup[];
  readonly leftOut: number;
  /** An organisation may have several reasons. */
  readonly reasons: readonly { readonly reason: StandingReason; readonly count: number }[];
}

/** Whether the roll takes the organisation in; the same rule as in freezing. */
export function comesIntoRoll(right: VotingRight): boolean {
  return right.isEntitled && right.contact !== null && right.votes >= 1;
}

export function previewRoll(rights: readonly VotingRight[]): RollPreview {
  const entitled = rights.filter(comesIntoRoll);
  const groups = new Map<string, RollPreviewGroup>();
  for (const right of entitled) {
    const { key, names } = groupOf(right);
    const before = groups.get(key) ?? { key, names, organizations: 0, votes: 0 };
    groups.set(key, { ...before, organizations: before.organizations + 1, votes: before.votes + right.votes });
  }
  const reasons = new Map<StandingReason, number>();
  for (const reason of rights.flatMap((right) => right.reasonsNot)) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return {
    organizations: entitled.length,
    votes: entitled.reduce((sum, right) => sum + right.votes, 0),
    groups: [...groups.values()].sort((left, right) => right.votes - left.votes),
    leftOut: rights.length - entitled.length,
    reasons: [...reasons].map(([reason, count]) => ({ reason, count })).sort((left, right) => right.count - left.count),
  };
}

function groupOf({ explanation, category, class: memberClass }: VotingRight): { key: string; names: Trilingual } {
  const fixedVotes = explanation.class?.fixedVotes ?? null;
  const named = fixedVotes === null ? explanation.category : explanation.class;
  const key = named?.key ?? (category || memberClass);
  return { key, names: named?.names ?? { es: key, en: key, pt: key } };
}
