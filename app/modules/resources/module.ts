// What the resources module lets whom do. Technical, routing and administrative contacts manage their own without any role.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type ResourcePermission =
  "resources:import-register" | "resources:read-register" | "resources:manage-any" | "resources:change-delegations";

export const permissions: PermissionTable<ResourcePermission> = {
  "resources:import-register": ["administrator"],
  "resources:read-register": ["administrator", "staff", "commission", "auditor"],
  /** Change contacts and details of any network or AS number. */
  "resources:manage-any": ["administrator", "staff"],
  /** Decide who holds a block or AS number, as what, or that nobody does any more. */
  "resources:change-delegations": ["administrator", "staff"],
};
