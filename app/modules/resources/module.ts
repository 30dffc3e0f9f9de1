// What the resources module lets whom do.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type ResourcePermission = "resources:import-register" | "resources:read-register";

export const permissions: PermissionTable<ResourcePermission> = {
  "resources:import-register": ["administrator"],
  "resources:read-register": ["administrator", "staff", "commission", "auditor"],
};
