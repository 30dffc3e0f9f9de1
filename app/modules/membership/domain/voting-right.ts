// How many votes an organisation has on a date, whether it may cast them, and every reason, so that a member can check it.
// Source: bylaws art. 19; published practice: paid up on the roll date, represented by the membership contact.
import type { SpaceHeld } from "./address-space.ts";
import type { CategoryDecision } from "./category.ts";
import { decideCategory } from "./category.ts";
import type { MembershipPeriod } from "./membership-period.ts";
import { classOn } from "./membership-period.ts";
import type { Category, MembershipClass, RulesDocument } from "./rules.ts";

/** Why an organisation is not in good standing, or has no vote. */
export const standingReasons = [
  "NOT_A_MEMBER",
  "CLASS_WITHOUT_VOTE",
  "NO_IP_ADDRESSES",
  "OWES_MONEY",
  "NO_MEMBERSHIP_CONTACT",
] as const;
export type StandingReason = (typeof standingReasons)[number];

/** A dated flag that money is owed, both days inclusive. */
export interface Debt {
  readonly from: string;
  readonly until: string | null;
}

/** What is known of one organisation. */
export interface MemberFacts {
  readonly held: SpaceHeld;
  readonly periods: readonly MembershipPeriod[];
  readonly debts: readonly Debt[];
  readonly hasMembershipContact: boolean;
}

export interface VotingDecision {
  /** "" when not a member. */
  readonly class: string;
  readonly memberSince: string | null;
  /** "" when none. */
  readonly category: string;
  readonly ipv4Category: string | null;
  readonly ipv6Category: string | null;
  /** What it would cast in good standing. */
  readonly votes: number;
  readonly isEntitled: boolean;
  readonly reasonsNot: readonly StandingReason[];
}

/** Decides from the facts and the rules of the date. */
export function decideVotingRight(date: string, facts: MemberFacts, rules: RulesDocument): VotingDecision {
  const tiers = decideCategory(facts.held, rules.categories);
  const holderClass = rules.classes.find((each) => each.admission === "holder")?.key ?? "";
  const member = classOn(date, facts.periods, { class: holderClass, since: facts.held.ipSince });
  const memberClass = rules.classes.find((each) => each.key === member?.class);
  const votes = memberClass === undefined ? 0 : votesOf(memberClass, tiers.category);
  const reasonsNot = [...reasonsOfMembership(memberClass, tiers.category, votes), ...reasonsOfStanding(date, facts)];
  return {
    class: memberClass?.key ?? "",
    memberSince: member?.since ?? null,
    ...keysOf(tiers),
    votes,
    isEntitled: reasonsNot.length === 0 && votes > 0,
    reasonsNot,
  };
}

function votesOf(memberClass: MembershipClass, category: Category | undefined): number {
  return memberClass.mayVote ? (memberClass.votes ?? category?.votes ?? 0) : 0;
}

function reasonsOfMembership(
  memberClass: MembershipClass | undefined,
  category: Category | undefined,
  votes: number,
): StandingReason[] {
  if (memberClass === undefined) return [category === undefined ? "NO_IP_ADDRESSES" : "NOT_A_MEMBER"];
  if (!memberClass.mayVote || memberClass.votes === 0) return ["CLASS_WITHOUT_VOTE"];
  return votes === 0 ? ["NO_IP_ADDRESSES"] : [];
}

function reasonsOfStanding(date: string, facts: MemberFacts): StandingReason[] {
  const reasons: StandingReason[] = [];
  if (facts.debts.some((debt) => holdsOn(debt, date))) reasons.push("OWES_MONEY");
  if (!facts.hasMembershipContact) reasons.push("NO_MEMBERSHIP_CONTACT");
  return reasons;
}

function keysOf(tiers: CategoryDecision): Pick<VotingDecision, "category" | "ipv4Category" | "ipv6Category"> {
  return {
    category: tiers.category?.key ?? "",
    ipv4Category: tiers.ipv4?.key ?? null,
    ipv6Category: tiers.ipv6?.key ?? null,
  };
}

/** Whether the flag stands on that day. */
export function holdsOn(debt: Debt, date: string): boolean {
  return debt.from <= date && (debt.until === null || debt.until >= date);
}
