// What the alerts let whom do.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type AlertPermission = "alerts:read" | "alerts:acknowledge";

export const permissions: PermissionTable<AlertPermission> = {
  "alerts:read": ["administrator", "commission", "auditor"],
  "alerts:acknowledge": ["administrator", "commission"],
};
