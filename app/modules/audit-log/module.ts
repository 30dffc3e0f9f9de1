// What the audit log lets whom do. Reading its hashes and checkpoints is everybody's right.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type AuditLogPermission = "audit-log:name-witnesses" | "audit-log:read";

export const permissions: PermissionTable<AuditLogPermission> = {
  "audit-log:name-witnesses": ["administrator"],
  "audit-log:read": ["administrator", "staff", "commission", "auditor"],
};
