// What the membership module lets whom do.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type MembershipPermission =
  | "membership:read-all"
  | "membership:change-rules"
  | "membership:approve-rules"
  | "membership:write-rules-alone"
  | "membership:change-standing"
  | "membership:change-class";

export const permissions: PermissionTable<MembershipPermission> = {
  "membership:read-all": ["administrator", "staff", "commission", "auditor"],
  /** Propose: another person approves. */
  "membership:change-rules": ["administrator"],
  "membership:approve-rules": ["administrator", "commission"],
  /** Only the product itself: the rules with which an installation begins. */
  "membership:write-rules-alone": [],
  /** Set and lift the flag that an organisation owes money. */
  "membership:change-standing": ["administrator", "staff"],
  "membership:change-class": ["administrator", "staff"],
};
