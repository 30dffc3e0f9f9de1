// What the resources module lets whom do. Technical, routing and administrative contacts manage their own without any role.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type ResourcePermission = "resources:import-register" | "resources:read-register" | "resources:manage-any";

export const permissions: PermissionTable<ResourcePermission> = {
  "resources:import-register": ["administrator"],
  "resources:read-register": ["administrator", "staff", "commission", "auditor"],
  /** Change contacts and details of any network or AS number. */
  "resources:manage-any": ["administrator", "staff"],
};
