// What the bodies module lets whom do.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type BodiesPermission =
  | "bodies:read-history"
  | "bodies:add"
  | "bodies:change-rules"
  | "bodies:keep-terms"
  | "bodies:approve"
  | "bodies:write-alone";

export const permissions: PermissionTable<BodiesPermission> = {
  /** Past and future versions of the rules; who is in office is public. */
  "bodies:read-history": ["administrator", "staff", "commission", "auditor"],
  /** Propose a body beside the others: another person approves, and it has no rules and nobody in it until two people say so. */
  "bodies:add": ["administrator"],
  /** Propose: another person approves. */
  "bodies:change-rules": ["administrator"],
  "bodies:keep-terms": ["administrator", "staff"],
  "bodies:approve": ["administrator", "commission"],
  /** Only the product itself: what follows from a proclaimed result, and the demonstration. */
  "bodies:write-alone": [],
};
