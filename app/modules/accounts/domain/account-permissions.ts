// Who may do what with other people's accounts.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export const accountPermissions = {
  /** Grant and revoke roles, hand out one-off passwords, deactivate. */
  "accounts:administer": ["administrator"],
  /** Send somebody the link with which to choose a first password. */
  "accounts:invite": ["administrator", "staff"],
} satisfies PermissionTable<string>;
