// Whether an organisation's vote may be given into another person's hands now. Source: requirements of delegation (AFRINIC 2025: a
// cap for each agent, candidates hold no proxies, confirmed by the represented member's own login, a public list before the deadline).
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";

export interface DelegationTimes {
  readonly isCancelled: boolean;
  readonly isRollFrozen: boolean;
  readonly hasCodes: boolean;
  readonly coolingOffBegins: Date;
}

/** What an election allows; undefined: no delegation. */
export interface DelegationRulesNow {
  readonly capPerPerson: number;
  readonly endsAt: Date;
}

export type MayDelegateRefusal = Refusal<
  | "DELEGATION_NOT_ALLOWED"
  | "ELECTION_CANCELLED"
  | "DELEGATION_BEFORE_ROLL"
  | "DELEGATION_OVER"
  | "DELEGATION_AFTER_CODES"
  | "DELEGATION_COOLING_OFF"
>;

/** Whether mandates may change hands at this instant, by anybody. */
export function mayDelegateNow(
  times: DelegationTimes,
  rules: DelegationRulesNow | undefined,
  now: Date,
): Result<DelegationRulesNow, MayDelegateRefusal> {
  if (rules === undefined) return refuse("DELEGATION_NOT_ALLOWED");
  if (times.isCancelled) return refuse("ELECTION_CANCELLED");
  if (!times.isRollFrozen) return refuse("DELEGATION_BEFORE_ROLL");
  if (times.hasCodes) return refuse("DELEGATION_AFTER_CODES");
  if (now >= rules.endsAt) return refuse("DELEGATION_OVER", { endsAt: rules.endsAt.toISOString() });
  if (now >= times.coolingOffBegins) {
    return refuse("DELEGATION_COOLING_OFF", { since: times.coolingOffBegins.toISOString() });
  }
  return ok(rules);
}

export type MayHoldRefusal = Refusal<
  "DELEGATE_IS_ONESELF" | "DELEGATE_IS_CANDIDATE" | "DELEGATE_NAMED_AS_CANDIDATE" | "DELEGATE_AT_CAP"
>;

export interface Delegate {
  readonly isHolder: boolean;
  /** Whether she stands: by her account, or by nothing but the name of a candidate of whom no account is known. */
  readonly standsAs: "account" | "name" | undefined;
  /** Other organisations' mandates that the person has been given, offered or accepted. */
  readonly given: number;
}

/** Whether this person may be given one mandate more. */
export function mayHold(delegate: Delegate, { capPerPerson }: DelegationRulesNow): Result<void, MayHoldRefusal> {
  if (delegate.isHolder) return refuse("DELEGATE_IS_ONESELF");
  if (delegate.standsAs === "account") return refuse("DELEGATE_IS_CANDIDATE");
  if (delegate.standsAs === "name") return refuse("DELEGATE_NAMED_AS_CANDIDATE");
  if (delegate.given >= capPerPerson) return refuse("DELEGATE_AT_CAP", { cap: capPerPerson });
  return ok(undefined);
}
