// What the sub-assignments module lets whom do. The technical contact of a block and its holder's administrative contact need no role.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type SubAssignmentPermission = "sub-assignments:act-for-any";

export const permissions: PermissionTable<SubAssignmentPermission> = {
  "sub-assignments:act-for-any": ["administrator", "staff"],
};
