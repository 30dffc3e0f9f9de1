// What other modules and pages are told about the rules and about somebody's right to vote.
import type { Language } from "#app/platform/language/languages.ts";
import type { RulesDocument } from "./rules.ts";
import type { StandingReason } from "./voting-right.ts";

/** The rules of a date. */
export interface RulesVersion {
  /** "default" for the built-in rules. */
  readonly id: string;
  readonly effectiveFrom: string;
  /** Whether somebody had to guess: pages say so wherever votes stand. */
  readonly isAssumed: boolean;
  readonly source: string;
  readonly document: RulesDocument;
}

/** Everything behind a number of votes, in values that JSON can carry: it is copied into the roll of an election. */
// Why a type and not an interface: only then is it known to be JSON.
export type VotesExplanation = {
  readonly date: string;
  readonly rules: {
    readonly id: string;
    readonly effectiveFrom: string;
    readonly isAssumed: boolean;
    readonly source: string;
  };
  readonly class: {
    readonly key: string;
    readonly names: Record<Language, string>;
    readonly fixedVotes: number | null;
  } | null;
  readonly memberSince: string | null;
  /** Decimal digits: addresses. */
  readonly ipv4Addresses: string;
  /** Decimal digits: /64 networks. */
  readonly ipv6Networks: string;
  readonly asns: number;
  /** Every block and AS number behind the totals; only in a frozen roll. */
  readonly blocks?: readonly string[];
  readonly ipv4Category: CategoryName | null;
  readonly ipv6Category: CategoryName | null;
  readonly category: CategoryName | null;
  readonly votes: number;
  readonly standing: {
    readonly isGood: boolean;
    readonly reasonsNot: readonly StandingReason[];
    /** Every condition that was examined; absent in rolls of before it was kept. */
    readonly examined?: readonly StandingReason[];
  };
};

export type CategoryName = {
  readonly key: string;
  readonly names: Record<Language, string>;
  readonly votes: number;
};

/** An organisation's right to vote on a date. */
export interface VotingRight {
  readonly organizationId: string;
  readonly handle: string;
  readonly name: string;
  readonly country: string;
  /** Key of the class; "" when it is not a member. */
  readonly class: string;
  /** Key of the category; "" when it holds no IP addresses. */
  readonly category: string;
  readonly votes: number;
  readonly explanation: VotesExplanation;
  readonly contact: {
    readonly accountId: string;
    readonly userId: string;
    readonly name: string;
    readonly email: string;
    readonly language: Language;
  } | null;
  readonly isEntitled: boolean;
  readonly reasonsNot: readonly StandingReason[];
}

/** Good standing on a date, with its reasons. */
export interface Standing {
  readonly isGood: boolean;
  readonly reasonsNot: readonly StandingReason[];
}
