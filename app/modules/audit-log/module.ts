// What the audit log lets whom do. Reading its hashes and checkpoints is everybody's right.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type AuditLogPermission = "audit-log:name-witnesses" | "audit-log:read" | "audit-log:read-confidential";

export const permissions: PermissionTable<AuditLogPermission> = {
  "audit-log:name-witnesses": ["administrator"],
  "audit-log:read": ["administrator", "staff", "commission", "auditor"],
  /** The acts about claims and candidacies too (domain/confidential-entries.ts). */
  "audit-log:read-confidential": ["commission", "auditor"],
};
