// What the bodies module lets whom do.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type BodiesPermission = "bodies:read-history" | "bodies:change-rules" | "bodies:keep-terms";

export const permissions: PermissionTable<BodiesPermission> = {
  /** Past and future versions of the rules; who is in office is public. */
  "bodies:read-history": ["administrator", "staff", "commission", "auditor"],
  "bodies:change-rules": ["administrator"],
  "bodies:keep-terms": ["administrator", "staff"],
};
