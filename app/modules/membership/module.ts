// What the membership module lets whom do.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type MembershipPermission =
  "membership:read-all" | "membership:change-rules" | "membership:change-standing" | "membership:change-class";

export const permissions: PermissionTable<MembershipPermission> = {
  "membership:read-all": ["administrator", "staff", "commission", "auditor"],
  "membership:change-rules": ["administrator"],
  /** Set and lift the flag that an organisation owes money. */
  "membership:change-standing": ["administrator", "staff"],
  "membership:change-class": ["administrator", "staff"],
};
