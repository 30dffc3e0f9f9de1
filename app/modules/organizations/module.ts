// What the organizations module lets whom do. An administrative contact may edit the own organisation without any role.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type OrganizationPermission =
  "organizations:read-all" | "organizations:create" | "organizations:edit-any" | "organizations:set-any-contact";

export const permissions: PermissionTable<OrganizationPermission> = {
  /** Search the register with its contacts, and export it. */
  "organizations:read-all": ["administrator", "staff", "commission", "auditor"],
  "organizations:create": ["administrator", "staff"],
  "organizations:edit-any": ["administrator", "staff"],
  "organizations:set-any-contact": ["administrator", "staff"],
};
