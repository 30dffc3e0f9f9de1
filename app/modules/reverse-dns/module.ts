// What the module of reverse DNS lets whom do. The technical contact of a block and its owner's administrative contact need no role.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type ReverseDnsPermission = "reverse-dns:delegate";

export const permissions: PermissionTable<ReverseDnsPermission> = {
  "reverse-dns:delegate": ["administrator", "staff"],
};
