// What an act must tell of itself so that it can be proposed by one person and carried out when another approves.
// Source: CM/Rec(2017)5 no. 41 (sensitive access in teams of at least two people).
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import type { ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import type { Role } from "#app/platform/permissions/actor.ts";

/** One field of what would change. */
export interface ProposedChange {
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
}

/** What the act is given when it is described. */
export interface ProposedAct<Payload> {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly payload: Payload;
}

/** What the act is given when it is carried out. */
export interface ApprovedAct<Payload> extends ProposedAct<Payload> {
  readonly proposalId: string;
  readonly reason: string;
  /** The account of the person who proposed; the actor of the context is the one who approved. */
  readonly proposedBy: string;
}

export interface ApprovableAct<Payload = Json> {
  /** The module and the act: "elections:change-roll". Its sentence is `elections:approvals.change-roll`. */
  readonly kind: string;
  readonly mayPropose: readonly Role[];
  readonly mayApprove: readonly Role[];
  /** How long it waits for the second person; seven days where nothing is said. */
  readonly waitsForMs?: number;
  /** The page on which it is approved, where the second person must look at something first; the page of the proposal otherwise. */
  approvedOn?(subjectId: string, payload: Payload): string;
  /**
   * Each field before and after, as of now. Asked again before the act is carried out: where the answer has changed,
   * the second person approved something else than what would happen, and it is refused.
   */
  describe?(context: ReadingContext, act: ProposedAct<Payload>): Promise<readonly ProposedChange[]>;
  /** Whether this person may decide on it at all, also to refuse it; whoever is near to the matter takes no part. Everybody with the role where nothing is said. */
  mayDecide?(context: ReadingContext, act: ProposedAct<Payload>, accountId: string): Promise<Result<unknown, Refusal>>;
  /** Does it, in the transaction of the approval. A refusal undoes everything and leaves the proposal open. */
  carryOut(within: ContextWithin, act: ApprovedAct<Payload>): Promise<Result<unknown, Refusal>>;
}
