// What the accounts module lets whom do. One's own account needs no permission.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type AccountPermission = "accounts:administer" | "accounts:invite";

export const permissions: PermissionTable<AccountPermission> = {
  /** Grant and revoke roles, hand out one-off passwords, deactivate. */
  "accounts:administer": ["administrator"],
  /** Send somebody the link with which to choose a first password. */
  "accounts:invite": ["administrator", "staff"],
};
