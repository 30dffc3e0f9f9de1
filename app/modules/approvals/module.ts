// What the approvals module lets whom do. Who may propose and who may approve, each act says of itself.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type ApprovalPermission = "approvals:read";

export const permissions: PermissionTable<ApprovalPermission> = {
  "approvals:read": ["administrator", "commission", "auditor"],
};
