// What the elections module lets whom do.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type ElectionPermission =
  | "elections:ask-contacts"
  | "elections:propose-roll-change"
  | "elections:sign-roll"
  | "elections:create"
  | "elections:freeze-roll"
  | "elections:approve-roll"
  | "elections:import-voters"
  | "elections:read-voter-list"
  | "elections:prepare"
  | "elections:issue-credentials"
  | "elections:send-code-again"
  | "elections:assisted-vote"
  | "elections:seal"
  | "elections:cancel"
  | "elections:decide-before-sealing"
  | "elections:set-calendar"
  | "elections:publish-calendar"
  | "elections:dispute";

/** Nobody may see a total before the close, cast for a member, or read a voting code: there is no such permission. */
export const permissions: PermissionTable<ElectionPermission> = {
  "elections:create": ["administrator", "staff"],
  /** Propose it; a commissioner approves. */
  "elections:freeze-roll": ["administrator", "staff"],
  /** The second person behind the roll and behind the list out of which it is made. */
  "elections:approve-roll": ["commission"],
  /** Propose to replace the list of voters that comes from outside the register, until the roll is frozen. */
  "elections:import-voters": ["administrator", "staff"],
  /** Who stands on a list that waits for its second person. */
  "elections:read-voter-list": ["administrator", "staff", "commission"],
  /** Read the preparation: roll with contacts, trustees' progress. */
  "elections:prepare": ["administrator", "staff", "commission", "auditor"],
  "elections:ask-contacts": ["administrator", "staff"],
  "elections:propose-roll-change": ["administrator", "staff", "commission"],
  "elections:sign-roll": ["commission"],
  "elections:issue-credentials": ["commission"],
  /** Hand a lost code to the mail room again, sealed in the browser of whoever keeps the list of codes. */
  "elections:send-code-again": ["commission"],
  /** Propose, approve and enter a vote by hand for an organisation that has not voted. */
  "elections:assisted-vote": ["commission"],
  "elections:seal": ["commission"],
  /** Take out a contest, replace a trustee, read anew who stays, go without a dress rehearsal: two of them together. */
  "elections:decide-before-sealing": ["commission"],
  /** Call an election off, until a part of the sum is opened: two of them together. */
  "elections:cancel": ["commission"],
  /** Before it is published; afterwards two people change dates together. */
  "elections:set-calendar": ["administrator", "staff", "commission"],
  /** Propose: a commissioner approves. */
  "elections:publish-calendar": ["administrator", "staff"],
  /** Put a mandate or a ballot in dispute, and decide about it in two. */
  "elections:dispute": ["commission"],
};
